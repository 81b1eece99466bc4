import { createMock, type Mock } from 'rolecall/mocks'
import { type MockServer, serve, type ServeOptions } from 'rolecall/mocks/server'
import { onTestFinished } from 'vitest'

/** A mock on a free port until the test ends, with the headers of a signed-in user. */
export async function start(
  options: ServeOptions = {},
  as = 'admin@acme.test',
): Promise<{ mock: Mock; server: MockServer; headers: { Authorization: string } }> {
  const mock: Mock = createMock()
  const server = await serve(mock, { port: 0, ...options })
  onTestFinished(() => server.close())
  return { mock, server, headers: { Authorization: `Bearer ${mock.token(as)}` } }
}
