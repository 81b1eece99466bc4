import { at } from '../mock/ask.ts'
import { startClient } from '../support/recording-client.ts'
import type { RecordedRequest, Responder } from '../support/recording-server.ts'

/** Allows list operations and nothing else. */
export function answer({ body }: RecordedRequest) {
  const question: unknown = JSON.parse(body)
  const questions = at(question, 'evaluations')
  const decide = (asked: unknown) => ({
    decision: String(at(asked, 'action', 'name')).endsWith('.list'),
  })
  return {
    json: Array.isArray(questions) ? { evaluations: questions.map(decide) } : decide(question),
  }
}

/** A client whose server allows list operations and nothing else. */
export const start = (respond: Responder = answer) => startClient(respond)

/** The number of questions in each request. */
export function sizes(requests: readonly RecordedRequest[]): number[] {
  return requests.map(({ body }) => {
    const questions = at(JSON.parse(body), 'evaluations')
    return Array.isArray(questions) ? questions.length : 1
  })
}
