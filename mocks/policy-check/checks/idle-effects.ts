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

/** Effects that can never do anything: on a call that changes nothing, or that names nothing of the sort. */
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

/** Why nothing comes of the effect on that event; undefined where something may, or where it is unknown. */
function whyIdle(policy: Policy, { do: done }: Effect, event: string): Why | undefined {
  if (event !== 'sign_up' && !(isOperation(event) && Object.hasOwn(policy.changes, event))) {
    return undefined
  }
  if (event !== 'sign_up' && contract[event].idempotent !== true) {
    return [`It does nothing: ${event} only reads.`, 'Name an operation that changes something.']
  }
  const { resources, called } = spotOfEvent(event, event)
  if (isOfActor(done) && !called) {
    return [`It does nothing: nobody calls ${event}.`, 'Say what is done to the "user".']
  }
  const missing = resourcesOf(done).find((name) => !resources.has(name))
  if (missing === undefined) return undefined
  if (missing === 'token') {
    return [
      `It leaves no token at all: ${event} names none that would stay.`,
      'Name tokens.create.',
    ]
  }
  const noun = nounOf(policy, missing)
  const others =
    missing === 'user' && called && ('joinTeam' in done || 'setRole' in done)
      ? ', or say "of": "actor"'
      : ''
  return [
    `It does nothing: no ${noun} is named by ${event}.`,
    `Name operations about ${withArticle(noun)}${others}.`,
  ]
}

const isOfActor = (done: Effect['do']): boolean =>
  'setOwner' in done || ('of' in done && done.of === 'actor')

/** What the effect is done to, beside whoever calls. */
function resourcesOf(done: Effect['do']): readonly (keyof Resources)[] {
  if ('joinTeam' in done || 'setRole' in done) return done.of === 'actor' ? [] : ['user']
  if ('clearGrants' in done) return [done.clearGrants]
  if ('removeEntries' in done) return [done.removeEntries]
  return 'revokeTokens' in done ? ['token'] : ['project']
}
