import { operations } from '../../src/generated/operations.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isOperation } from '../../mocks/policy/actions.ts'
import { acme } from '../support/acme.ts'
import { anyone } from './calls.ts'
import { nonsense } from './references.ts'
import { runs, timeout } from './runs.ts'
import { requestOf, send, type Sent } from './send.ts'
import { thing } from './things.ts'
import { known } from './world.ts'

const isKnown = (name: string): boolean =>
  name === 'me' ||
  name === 'current' ||
  [known.users, known.teams, known.roles, known.projects].flat().includes(name.toLowerCase())

const unknown = nonsense.filter((name) => !isKnown(name))
const everyOperation = fc.constantFrom(...Object.keys(operations).filter(isOperation))
const body = fc.oneof(fc.constant({}), fc.jsonValue({ maxDepth: 3 }))

/** A call whose path names nothing that exists. */
const lost = everyOperation
  .filter((operation) => operations[operation].parameters.length > 0)
  .chain((operation) => {
    const { parameters: names } = operations[operation]
    const path = fc.array(unknown, { minLength: names.length, maxLength: names.length })
    return fc.tuple(path, body).map(([args, last]): Sent => ({ operation, args: [...args, last] }))
  })

test(
  'a call about what does not exist fails, and never as a fault',
  async () => {
    const { mock } = acme()
    await fc.assert(
      fc.asyncProperty(anyone, lost, async (by, call) => {
        const { status, body: text } = await send(mock, by, call)
        expect([400, 403, 404, 405, 415, 422], text).toContain(status)
      }),
      runs(500),
    )
  },
  timeout,
)

test(
  'a call with any body at all is answered, and never as a fault',
  async () => {
    const any = fc.jsonValue({ maxDepth: 3 })
    await fc.assert(
      fc.asyncProperty(everyOperation, any, async (operation, input) => {
        const { parameters: names } = operations[operation]
        const args = [...names.map(() => 'admin'), input]
        const { status, body: text } = await send(acme().mock, 'admin@acme.test', {
          operation,
          args,
        })
        expect(status, text).toBeLessThan(500)
      }),
      runs(500),
    )
  },
  timeout,
)

const word = fc.oneof(unknown, fc.string())
const question = fc.record({
  subject: fc.record({
    type: fc.oneof(fc.constant('user'), word),
    id: fc.oneof(anyone, word),
  }),
  action: fc.record({
    name: fc.oneof(everyOperation, fc.constantFrom(...known.permissions), word),
  }),
  resource: fc.oneof(
    thing,
    fc.record({ type: word, id: word }),
    unknown.map((id) => ({ type: 'project', id })),
  ),
  context: fc.record(
    { explain: fc.boolean(), args: fc.array(fc.jsonValue({ maxDepth: 2 }), { maxLength: 3 }) },
    { requiredKeys: [] },
  ),
})

test(
  'any question is answered; one about an unknown person, action or thing with no',
  async () => {
    const { mock } = acme()
    await fc.assert(
      fc.asyncProperty(question, async (asked) => {
        const call: Sent = { operation: 'access.evaluate', args: [asked] }
        const answer = await send(mock, 'admin@acme.test', call)
        expect(answer.status, answer.body).toBe(200)
        const { subject, action, context } = asked
        const isSubject = subject.type === 'user' && isKnown(subject.id)
        const isAction =
          Object.hasOwn(operations, action.name) || known.permissions.includes(action.name)
        const isNonsense = !isSubject || !isAction
        if (isNonsense) expect(answer.body, JSON.stringify(context)).toContain('"decision":false')
      }),
      runs(800),
    )
  },
  timeout,
)

test(
  'a token that nobody was given signs nobody in',
  async () => {
    const { mock } = acme()
    const token = fc.stringMatching(/^[\w.-]+$/)
    await fc.assert(
      fc.asyncProperty(token, async (made) => {
        const request = requestOf({ operation: 'users.me', args: [] }, made)
        expect((await mock.fetch(request)).status).toBe(401)
      }),
      runs(200),
    )
  },
  timeout,
)
