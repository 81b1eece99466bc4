/** Law: the coverage of a call is what its status and an evaluation of each requirement by itself say. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Coverage, LeafCoverage } from '../../mocks/index.ts'
import { compile, type Policy } from '../../mocks/policy/index.ts'
import type { Call } from '../../mocks/policy/call/call.ts'
import { leavesIn } from '../../mocks/policy/language/placed.ts'
import type { Rule } from '../../mocks/policy/language/policy.ts'
import type { Requirement } from '../../mocks/policy/language/requirement.ts'
import { pointerSteps } from '../../mocks/shared/json-pointer.ts'
import { runs, shared, timeout } from './runs.ts'
import { callsOn } from './support/calls.ts'
import type { Answered, Sent } from './support/send.ts'
import { type Stage, stages } from './support/stage.ts'
import { become, worldsOn } from './support/worlds.ts'

const perRun = 4

/** Tells whether the caller meets one requirement of the policy, wherever the call asks it. */
type Meets = (call: Call, stage: Stage) => boolean

/** Asks a policy whose rules require nothing but that requirement. */
function meetsAlone(policy: Policy, at: string, requirement: Requirement): Meets | undefined {
  const [section, key = ''] = pointerSteps(at)
  const alone: Rule = { id: 'alone', text: '', origin: 'reading', require: requirement }
  if (section === 'visibility') {
    const compiled = compile({ ...policy, kinds: {}, visibility: { [key]: alone } })
    return ({ actor, resources }, { world }) => compiled.sees(world, actor, resources)
  }
  const seeing = new Set(Object.values(policy.kinds).map(({ see }) => see))
  // What is seen decides what the call is about.
  if (seeing.has(key)) return undefined
  const others = Object.entries(policy.rules).map(([action, rule]): [string, Rule] => [
    action,
    seeing.has(action) ? rule : { ...rule, require: { nothing: true } },
  ])
  const compiled = compile({ ...policy, rules: { ...Object.fromEntries(others), [key]: alone } })
  return (call, { world }) => compiled.decide(world, call) === 'yes'
}

const meetsByPlace = (policy: Policy): ReadonlyMap<string, Meets> =>
  new Map(
    leavesIn(policy).flatMap(({ at, requirement }) => {
      const meets = meetsAlone(policy, at, requirement)
      return meets ? [[at, meets] as const] : []
    }),
  )

function expectLeavesToAgree(
  stage: Stage,
  meets: ReadonlyMap<string, Meets>,
  call: Call,
  leaves: readonly LeafCoverage[],
): number {
  // A question also records the rules that it asks about, which its own call does not ask for.
  const isQuestion = call.operation.startsWith('access.')
  const isOwn = (at: string) => !isQuestion || at.startsWith('/rules/access.')
  const seen = leaves.filter(({ at, met, unmet }) => met + unmet > 0 && meets.has(at) && isOwn(at))
  const recorded = seen.map(({ at, unmet }) => `${at} ${unmet === 0}`)
  expect(recorded).toEqual(seen.map(({ at }) => `${at} ${meets.get(at)?.(call, stage)}`))
  return seen.length
}

function expectOperationToAgree(
  { operation }: Sent,
  { operations }: Coverage,
  { status, json }: Answered,
): void {
  const row = operations.find((one) => one.operation === operation)
  if (row === undefined) return
  const { allowed, denied } = row
  expect(allowed, `${status}`).toBe(status < 300 ? 1 : 0)
  if (status !== 404) expect(denied, `${status} ${json.code}`).toBe(status === 403 ? 1 : 0)
}

describe.each(stages)('on $policy.name', (stage) => {
  const { any, by } = callsOn(stage)
  const meets = meetsByPlace(stage.policy)

  test(
    'each call',
    () => {
      let compared = 0
      const several = { minLength: perRun, maxLength: perRun }
      const calls = fc.array(fc.record({ person: by, call: any }), several)
      fc.assert(
        fc.property(worldsOn(stage), calls, (world, asked) => {
          stage.trial(() => {
            become(stage, world)
            for (const { person, call } of asked) {
              const actor = stage.world.user(person)
              if (actor === undefined) continue
              const bound = stage.compiled.bind(stage.world, actor, call.operation, call.args)
              let answer: Answered | undefined
              const coverage = stage.trial(() =>
                stage.coverageOf(() => {
                  answer = stage.send(person, call)
                }),
              )
              if (answer === undefined) throw new Error('There was no answer.')
              expectOperationToAgree(call, coverage, answer)
              compared += expectLeavesToAgree(stage, meets, bound, coverage.leaves)
            }
          })
        }),
        runs({ cases: shared, perRun }),
      )
      expect(compared).toBeGreaterThan(0)
    },
    timeout,
  )
})
