/**
 * Law: messages to a caller without an active membership are true: “would allow it” does, “alone would
 * not” does not, and a final answer without arguments has no remedy with any.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Decision } from '../../src/index.ts'
import { resourceOf } from '../conformance/resource.ts'
import { runs, shared, timeout } from './runs.ts'
import { evaluate } from './support/access.ts'
import { callsOn } from './support/calls.ts'
import { runAll } from './support/denials.ts'
import { lapse, lapsesOn, personOf } from './support/ended-memberships.ts'
import { point } from './support/people.ts'
import { type Answered, type Sent, succeeded } from './support/send.ts'
import { type Stage, stages } from './support/stage.ts'
import { become, worldsOn } from './support/worlds.ts'

/** The answer to the call once its caller is an active member, by any user's help. */
function askedAsMember(stage: Stage, by: string, call: Sent): Answered {
  return stage.trial(() => {
    const { users, former } = stage.store.tables
    const person = personOf(stage, by)
    if (!person) throw new Error(`Nobody knows ${by}.`)
    former.delete(person.id)
    users.put({ ...person, status: 'active', paused: false })
    return stage.send(by, call)
  })
}

/** The claim of each kind of final sentence about the call of an active member. */
const claims: readonly (readonly [RegExp, (answer: Answered) => boolean])[] = [
  [
    /\b[Oo]nly .* would (allow|help)/,
    ({ status, json }) =>
      status !== 403 &&
      status !== 404 &&
      json.code !== 'validation_failed' &&
      json.code !== 'unknown_reference',
  ],
  [/alone would not allow it|^No membership would/, (answer) => !succeeded(answer)],
]

/** The decision on the action of the call, without arguments. A paused user asks nothing. */
function openDecision(
  stage: Stage,
  by: string,
  call: Sent,
  resource: ReturnType<typeof resourceOf>,
): Decision | undefined {
  const person = personOf(stage, by)
  const isPaused = person?.paused === true
  const subject = { type: 'user', id: isPaused ? by : 'me' } as const
  const question = { subject, action: { name: call.operation }, resource }
  return evaluate(stage, isPaused ? point : by, {
    ...question,
    context: { rolecall: { explain: true } },
  }).context
}

describe.each(stages)('on $policy.name', (stage) => {
  const calls = fc.array(callsOn(stage).any, { minLength: 6, maxLength: 6 })
  const organization = { type: 'organization', id: 'current' } as const
  let said = 0
  let helped = 0

  test(
    'every message is true',
    () => {
      fc.assert(
        fc.property(
          worldsOn(stage, { maxLength: 3 }),
          lapsesOn(stage),
          calls,
          (world, lapses, tries) => {
            stage.trial(() => {
              become(stage, world)
              for (const one of lapses) lapse(stage, one)
              const by = lapses[0]?.person ?? ''
              if (!personOf(stage, by)) return
              for (const call of tries) {
                const { decision, code } = stage.trial(() => stage.send(by, call)).json
                if (!decision || (code !== 'not_a_member' && code !== 'member_paused')) continue
                const what = `${by} ${JSON.stringify(call)}: ${JSON.stringify(decision)}`
                for (const [words, holds] of claims) {
                  if (!words.test(decision.final ?? '')) continue
                  said += 1
                  expect(holds(askedAsMember(stage, by, call)), what).toBe(true)
                }
                for (const resource of [organization, resourceOf(call)]) {
                  const open = openDecision(stage, by, call, resource)
                  if (open?.final !== undefined && resource.type === 'organization') {
                    expect(decision.alternatives, `${what} ${JSON.stringify(open)}`).toEqual([])
                  }
                  for (const { calls: remedies } of open?.alternatives ?? []) {
                    helped += 1
                    const after = stage.trial(() => {
                      expect(runAll(stage, remedies), what).toBe(true)
                      return openDecision(stage, by, call, resource)
                    })
                    expect(after?.outcome, `${what} ${JSON.stringify(open)}`).not.toBe('no')
                  }
                }
              }
            })
          },
        ),
        runs({ cases: shared }),
      )
      expect(said).toBeGreaterThan(0)
      if (stage.policy.name !== 'adaptive') expect(helped).toBeGreaterThan(0)
    },
    timeout,
  )
})
