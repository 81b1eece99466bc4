/** Law: under any policy, no call is a server error, and a question is answered like its call. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { policies } from '../../mocks/policies/index.ts'
import type { Policy } from '../../mocks/policy/index.ts'
import { runs, shared, timeout } from './runs.ts'
import { callsOn } from './support/calls.ts'
import { ownPoliciesLike } from './support/own-policies.ts'
import { succeeded } from './support/send.ts'
import { stage, stageLike } from './support/stage.ts'

/** Calls in one policy. */
const perPolicy = 20

describe.each(Object.values<Policy>(policies))('policies like $name', (policy) => {
  const { by, any } = callsOn(stage(policy))
  const calls = fc.array(fc.tuple(by, any), { minLength: perPolicy, maxLength: perPolicy })

  test(
    'answer every call, and every question like its call',
    () => {
      fc.assert(
        fc.property(ownPoliciesLike(policy), fc.boolean(), calls, (own, hardened, sent) => {
          const { trial, send } = stageLike(policy, own, hardened)
          trial(() => {
            for (const [person, call] of sent) {
              const { operation, args } = call
              const asked = {
                subject: { type: 'user', id: 'me' },
                action: { name: operation },
                resource: { type: 'organization', id: 'current' },
                context: { rolecall: { explain: true, args } },
              }
              const question = send(person, { operation: 'access.evaluate', args: [asked] })
              expect(question.status, question.body).toBeLessThan(500)
              const answer = send(person, call)
              expect(answer.status, answer.body).toBeLessThan(500)
              if (question.status !== 200) continue
              const isAllowed = question.body.includes('"decision":true')
              expect(isAllowed, `${question.body}\n${answer.body}`).toBe(succeeded(answer))
            }
          })
        }),
        runs({ cases: shared, perRun: perPolicy }),
      )
    },
    timeout,
  )
})
