import { type Client, type ClientOptions, createClient } from '../../src/index.ts'
import { type RecordedRequest, type Responder, startServer } from './recording-server.ts'

/** A client of a recording server. Its retries do not wait. */
export async function startClient(
  respond?: Responder,
  options: ClientOptions = {},
): Promise<{ client: Client; origin: string; requests: RecordedRequest[] }> {
  const { origin, requests } = await startServer(respond)
  const client = createClient({ baseUrl: origin, random: () => 0, ...options })
  return { client, origin, requests }
}
