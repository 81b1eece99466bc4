import { createMock } from 'rolecall/mocks'
import { serve } from 'rolecall/mocks/server'
import { holds } from './claim.ts'

/** The mock on a port of the runtime itself, whose errors are of another realm in Jest. */
export const onPorts: Readonly<Record<string, () => Promise<void>>> = {
  async 'says why it cannot be served'() {
    const first = await serve(createMock(), { port: 0 })
    try {
      const second = serve(createMock(), { port: first.port })
      const text = await second.then(
        () => 'It is served',
        (error: unknown) => String(error),
      )
      holds(text, `ConfigurationError: The mock can't be served: port ${first.port} of 127.0.0.1`)
    } finally {
      await first.close()
    }
  },
}
