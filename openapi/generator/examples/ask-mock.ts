/** Reads questions as JSON, asks a new mock each, and writes its answers as JSON. */
import { readFileSync } from 'node:fs'
import { createMock } from '../../../mocks/index.ts'
import type { Answered, Asked } from './answer-examples.ts'

/** The document's own server. */
const server = 'http://127.0.0.1:4010'

const asked: readonly Asked[] = JSON.parse(readFileSync(process.stdin.fd, 'utf8'))
const answers: Answered[] = []
for (const { policy, requests } of asked) {
  const mock = createMock({ policy })
  let last: Answered = { status: 0, body: '' }
  for (const { caller, target, headers, ...init } of requests) {
    const answer = await mock.fetch(server + target, {
      ...init,
      headers: { ...headers, Authorization: `Bearer ${mock.token(caller)}` },
    })
    last = { status: answer.status, body: await answer.text() }
  }
  answers.push(last)
}
process.stdout.write(JSON.stringify(answers))
