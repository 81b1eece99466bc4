import { setupServer } from 'msw/node'
import { createClient } from 'rolecall'
import { createMock } from 'rolecall/mocks'
import { handlers } from 'rolecall/mocks/msw'

const baseUrl = 'https://platform.example'
const mock = createMock()
const network = setupServer(...handlers(mock, { baseUrl }))
network.listen()

const { email } = await createClient({ baseUrl, token: mock.token('admin@acme.test') }).users.me()
network.close()
console.log(`signed in as ${email}`)
