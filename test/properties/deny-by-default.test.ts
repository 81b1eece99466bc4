/**
 * Law: anything unknown – a person, an action, a resource, a body – is refused, never allowed, and never
 * a server error.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isOperation } from '../../mocks/policy/world/operations.ts'
import { operations } from '../../src/generated/operations.ts'
import { runs, timeout } from './runs.ts'
import { callsOn } from './support/calls.ts'
import { namesOn } from './support/names.ts'
import { nonsense } from './support/nonsense.ts'
import type { Sent } from './support/send.ts'
import { stages } from './support/stage.ts'
import { actionsOn, thingsOn } from './support/resources.ts'

const everyOperation = fc.constantFrom(...Object.keys(operations).filter(isOperation))
const body = fc.oneof(fc.constant({}), fc.jsonValue({ maxDepth: 3 }))

describe.each(stages)('on $policy.name', (stage) => {
  const names = namesOn(stage)
  const known = new Set(
    [
      'me',
      'current',
      ...[names.users, names.teams, names.projects, names.permissions].flat(),
      ...Object.values(names.roles).flat(),
    ].map((name) => name.toLowerCase()),
  )
  const unknown = nonsense.filter((name) => !known.has(name.toLowerCase()))
  const { by } = callsOn(stage)

  /** A call with a path that names nothing. */
  const lost = everyOperation
    .filter((operation) => operations[operation].parameters.length > 0)
    .chain((operation) => {
      const { length } = operations[operation].parameters
      const path = fc.array(unknown, { minLength: length, maxLength: length })
      return fc
        .tuple(path, body)
        .map(([args, last]): Sent => ({ operation, args: [...args, last] }))
    })

  test(
    'a call about a missing resource is refused',
    () => {
      fc.assert(
        fc.property(by, lost, (person, call) => {
          const { status, body: text } = stage.trial(() => stage.send(person, call))
          expect([400, 403, 404, 405, 415, 422], text).toContain(status)
        }),
        runs(),
      )
    },
    timeout,
  )

  test(
    'a call with any body is answered',
    () => {
      const references = [names.users, names.teams, names.projects, names.artifacts].flat()
      const reference = fc.constantFrom(...references)
      const call = everyOperation.chain((operation) =>
        fc.record({
          operation: fc.constant(operation),
          args: fc.tuple(...operations[operation].parameters.map(() => reference), body),
        }),
      )
      fc.assert(
        fc.property(call, (sent) => {
          const { status, body: text } = stage.trial(() => stage.send('admin@acme.test', sent))
          expect(status, text).toBeLessThan(500)
        }),
        runs(),
      )
    },
    timeout,
  )

  const word = fc.oneof(unknown, fc.string())
  const question = fc.record({
    subject: fc.record({ type: fc.oneof(fc.constant('user'), word), id: fc.oneof(by, word) }),
    action: fc.record({ name: fc.oneof(actionsOn(stage), everyOperation, word) }),
    resource: fc.oneof(thingsOn(stage), fc.record({ type: word, id: word })),
    context: fc.record({
      rolecall: fc.record(
        { explain: fc.boolean(), args: fc.array(fc.jsonValue({ maxDepth: 2 }), { maxLength: 3 }) },
        { requiredKeys: [] },
      ),
    }),
  })

  test(
    'a question about an unknown person, action or resource gets no',
    () => {
      const isAction = (name: string) =>
        Object.hasOwn(operations, name) || names.permissions.includes(name)
      const isType = (type: string) =>
        'organization team role user project member artifact invitation token'
          .split(' ')
          .includes(type)
      fc.assert(
        fc.property(question, (asked) => {
          const call: Sent = { operation: 'access.evaluate', args: [asked] }
          const answer = stage.trial(() => stage.send('admin@acme.test', call))
          expect(answer.status, answer.body).toBe(200)
          const { subject, action, resource, context } = asked
          const isAboutSomething =
            subject.type === 'user' &&
            known.has(subject.id.toLowerCase()) &&
            isAction(action.name) &&
            (isType(resource.type) || context.rolecall.args !== undefined)
          // An operation open to everyone needs no resource.
          const isOpen = action.name === 'access.configuration' || action.name === 'users.me'
          if (!isAboutSomething && !isOpen) expect(answer.body).toContain('"decision":false')
        }),
        runs(),
      )
    },
    timeout,
  )

  test(
    'a token that was never issued signs nobody in',
    () => {
      const { any } = callsOn(stage)
      const request = fc.record({ token: fc.stringMatching(/^[\w.-]+$/), call: any })
      fc.assert(
        fc.property(request, ({ token, call }) => {
          expect(stage.trial(() => stage.sendWith(token, call)).status).toBe(401)
        }),
        runs(),
      )
    },
    timeout,
  )
})
