/**
 * Law: a yes or no without a target holds for every target and all arguments, except calls that nobody
 * is offered, as a yes says. Each depends has a witness of both outcomes, one of them possibly an
 * unrelated project.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isOperation } from '../../mocks/policy/world/operations.ts'
import { operations } from '../../src/generated/operations.ts'
import type { OperationId } from '../../src/index.ts'
import { runs, timeout } from './runs.ts'
import { argumentsOf } from './support/arguments.ts'
import { callsOn } from './support/calls.ts'
import type { Sent } from './support/send.ts'
import { everyStage, type Stage, stages } from './support/stage.ts'
import { become, worldsOn } from './support/worlds.ts'

type Verdict = 'yes' | 'no'

/** The rules' answer about a call with its target and arguments; undefined for invalid ones. */
function verdictOf(
  { compiled, world }: Stage,
  by: string,
  { operation, args }: Sent,
): Verdict | undefined {
  const actor = world.user(by)
  if (!actor) return undefined
  const call = compiled.bind(world, actor, operation, args)
  if (call.missing.length > 0 || call.unresolved.length > 0) return undefined
  if (!compiled.sees(world, actor, call.resources)) return 'no'
  if (compiled.requiredKeysMissing(call).length > 0) return undefined
  if (compiled.guard(world, call, 422)) return undefined
  return compiled.decide(world, call) === 'yes' ? 'yes' : 'no'
}

const outcomeWithoutTarget = ({ compiled, world }: Stage, by: string, operation: OperationId) => {
  const actor = world.user(by)
  return actor && !compiled.membershipDenial(actor, operation)
    ? compiled.outcome(world, { actor, action: operation, resources: {} })
    : undefined
}

/** Calls that the platform offers to nobody are left out; a yes lists them. */
function expectToBeSaid(stage: Stage, by: string, { operation, args }: Sent): void {
  const { compiled, policy, world } = stage
  const actor = world.user(by)
  if (!actor) throw new Error(`There is no ${by}.`)
  const { text } = compiled.explain(world, compiled.open(actor, operation, {}))
  const { keys, ofKind } = policy.changes[operation] ?? {}
  if (ofKind === 'run') {
    expect(text).toContain('An action that its kind lacks is offered to nobody.')
    return
  }
  const body = args[operations[operation].parameters.length]
  const unoffered = Object.keys(body ?? {}).filter((key) => !Object.hasOwn(keys ?? {}, key))
  expect(unoffered.length, text).toBeGreaterThan(0)
  for (const key of unoffered) expect(text).toMatch(new RegExp(`offers .*\\b${key}\\b.* to nobody`))
}

const perRun = 8

describe.each(everyStage)('on $name', ({ stage }) => {
  const { any, by } = callsOn(stage)
  const questions = fc.array(fc.record({ person: by, call: any }), {
    minLength: perRun,
    maxLength: perRun,
  })

  test(
    'yes and no are sound',
    () => {
      fc.assert(
        fc.property(worldsOn(stage), questions, (world, asked) => {
          stage.trial(() => {
            become(stage, world)
            for (const { person, call } of asked) {
              const outcome = outcomeWithoutTarget(stage, person, call.operation)
              const verdict = verdictOf(stage, person, call)
              const { json } = stage.trial(() => stage.send(person, call))
              if (outcome === 'no') expect(verdict ?? 'no', JSON.stringify(call)).toBe('no')
              if (outcome === 'yes') {
                expect(json.code, JSON.stringify(call)).not.toBe('permission_denied')
                if (json.code === 'operation_not_offered') expectToBeSaid(stage, person, call)
              }
            }
          })
        }),
        runs({ perRun }),
      )
    },
    timeout,
  )
})

/** Adds a private project with an entry of a removed user: one may always exist, and be hidden. */
function addStranger({ store }: Stage): void {
  const { projects, members } = store.tables
  const key = 'stranger'
  const creator = 'usr_gone'
  projects.put({ ...store.birth('project'), key, name: key, tags: [], creator, private: true })
  members.put({
    ...store.birth('member'),
    project: key,
    subject: { type: 'user', id: creator },
    roles: {},
    rights: [],
    status: 'accepted',
  })
}

/** Operations with the outcome depends for a user for whom an allowed or a denied call is missing. */
function withoutWitness(stage: Stage): readonly string[] {
  const { policy, world } = stage
  const users = [...world.users()].map(({ email }) => email)
  return Object.keys(policy.changes)
    .filter(isOperation)
    .filter((operation) => {
      const open = users.filter((by) => outcomeWithoutTarget(stage, by, operation) === 'depends')
      const verdictsFor = (by: string) =>
        argumentsOf(stage, operation).map((args) => verdictOf(stage, by, { operation, args }))
      const isWitnessed = open.every((by) => {
        const verdicts = new Set([
          ...verdictsFor(by),
          ...stage.trial(() => {
            addStranger(stage)
            return verdictsFor(by)
          }),
        ])
        return verdicts.has('yes') && verdicts.has('no')
      })
      return !isWitnessed
    })
}

describe.each(stages)('in the scenario of $policy.name', (stage) => {
  test('each depends has, for each user, an allowed and a denied call', () => {
    expect(withoutWitness(stage)).toEqual([])
  })
})
