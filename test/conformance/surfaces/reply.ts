import { APIError, type Client } from '../../../src/index.ts'
import { callOf, type Question } from '../situation.ts'
import type { Reply } from '../trial.ts'

/** The reply; a refused question counts as a no. */
export async function orRefused<T extends Reply | undefined>(
  ask: () => Promise<T>,
): Promise<T | Reply> {
  try {
    return await ask()
  } catch (error) {
    if (!(error instanceof APIError)) throw error
    return { outcome: 'no', status: error.status, text: error.message }
  }
}

/** The outcome of the question's call by that client; undefined for a question without one. */
export async function replyTo(client: Client, question: Question): Promise<Reply | undefined> {
  const call = callOf(question)
  if (!call) return undefined
  return await orRefused<Reply>(async () => {
    await client.call(call.operation, ...call.args)
    return { outcome: 'yes' }
  })
}
