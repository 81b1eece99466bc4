import { APIError, type Client } from '../../../src/index.ts'
import type { Question } from '../situation.ts'
import type { Reply } from '../trial.ts'

/** How the call goes, made with that client. */
export async function replyTo(client: Client, { operation, args }: Question): Promise<Reply> {
  try {
    await client.call(operation, ...args)
    return { outcome: 'yes' }
  } catch (error) {
    if (!(error instanceof APIError)) throw error
    return { outcome: 'no', status: error.status, text: error.message }
  }
}
