import type { Root } from '../language/recorded-fields.ts'
import { resourceNames } from '../world/resources.ts'

const platform = ['organization', 'settings'] as const
const call = [...resourceNames, 'actor', 'input', 'next', ...platform] as const

/**
 * The roots of fields that are bound in each place. The evaluator reads no others, and `checkPolicy`
 * reports fields of others.
 *
 * - `call`: guards on an operation, and cases that are asked whatever the body states.
 * - `change`: guards on the action of one change, and the cases of a key.
 * - `question`: guards on an action that is asked about a resource, without a call.
 * - `event`: the conditions and values of effects.
 * - `source`: the conditions of sources. They are about the project alone: there is no call, and
 *   `through` already says whom the source is for.
 * - `bound`: the texts of invariants.
 */
export const rootsIn = {
  call,
  change: [...call, 'value'],
  question: [...resourceNames, 'actor', ...platform],
  event: call,
  source: ['project', ...platform],
  bound: platform,
} as const satisfies Readonly<Record<string, readonly Root[]>>

/** The place of a condition or a text. */
export type Place = keyof typeof rootsIn

const sets: Readonly<Record<Place, ReadonlySet<string>>> = {
  call: new Set(rootsIn.call),
  change: new Set(rootsIn.change),
  question: new Set(rootsIn.question),
  event: new Set(rootsIn.event),
  source: new Set(rootsIn.source),
  bound: new Set(rootsIn.bound),
}

/** Whether the root of a field is bound in the place. */
export const binds = (place: Place, root: string): boolean => sets[place].has(root)
