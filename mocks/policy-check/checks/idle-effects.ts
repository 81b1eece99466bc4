import { contract } from '../../generated/contract.ts'
import { isOperation } from '../../policy/world/operations.ts'
import { nounOf, withArticle } from '../../policy/index.ts'
import type { Resources } from '../../policy/world/resources.ts'
import type { Effect, Policy } from '../../policy/language/policy.ts'
import { pointer } from '../../shared/json-pointer.ts'
import type { Finding } from '../problem.ts'
import { spotOfEvent } from './spot.ts'
import { idleValues } from './idle-values.ts'
import { noEffect } from './no-effect.ts'

/** Finds effects that never do anything: on a call that changes nothing, or that names no such resource. */
export const idleEffects = (policy: Policy): readonly Finding[] => [
  ...policy.effects.flatMap((effect, index) =>
    effect.on.flatMap((event, place) => {
      const found = whyIdle(policy, effect, event)
      if (found === undefined) return []
      return [noEffect(pointer('effects', index, 'on', place), ...found)]
    }),
  ),
  ...idleValues(policy),
]

type Why = readonly [message: string, fix: string]

/** Why the effect does nothing on that event; undefined if it may do something, or if the event is unknown. */
function whyIdle(policy: Policy, { do: done }: Effect, event: string): Why | undefined {
  if (event !== 'sign_up' && !(isOperation(event) && Object.hasOwn(policy.changes, event))) {
    return undefined
  }
  if (event !== 'sign_up' && contract[event].idempotent !== true) {
    return [
      `The effect does nothing: ${event} only reads.`,
      'Name an operation that changes something.',
    ]
  }
  const { resources, called } = spotOfEvent(event, event)
  if (isOfActor(done) && !called) {
    return [`The effect does nothing: nobody calls ${event}.`, 'Make it about the "user".']
  }
  const missing = resourcesOf(done).find((name) => !resources.has(name))
  if (missing === undefined) return undefined
  if (missing === 'token') {
    return [
      `The effect revokes every token: ${event} creates none to keep.`,
      'Put it on tokens.create.',
    ]
  }
  const noun = nounOf(policy, missing)
  const others =
    missing === 'user' && called && ('joinTeam' in done || 'setRole' in done)
      ? ', or say "of": "actor"'
      : ''
  return [
    `The effect does nothing: ${event} names no ${noun}.`,
    `Put it on operations about ${withArticle(noun)}${others}.`,
  ]
}

const isOfActor = (done: Effect['do']): boolean =>
  'setOwner' in done || ('of' in done && done.of === 'actor')

/** The resources that the effect changes, other than the caller. */
function resourcesOf(done: Effect['do']): readonly (keyof Resources)[] {
  if ('joinTeam' in done || 'setRole' in done) return done.of === 'actor' ? [] : ['user']
  if ('clearGrants' in done) return [done.clearGrants]
  if ('removeEntries' in done) return [done.removeEntries]
  return 'revokeTokens' in done ? ['token'] : ['project']
}
