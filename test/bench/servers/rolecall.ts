import { createMock } from 'rolecall/mocks'
import { serve } from 'rolecall/mocks/server'

await serve(createMock(), { port: Number(process.argv[2]) })
