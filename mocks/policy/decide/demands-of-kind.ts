import type { Asks } from './demands.ts'
import type { Call } from '../call/call.ts'
import type { OperationChanges, Policy } from '../language/policy.ts'

/** The kind's own action for the operation; undefined where it offers none. */
const actionOfKind = (
  policy: Policy,
  kind: string,
  verb: NonNullable<OperationChanges['ofKind']>,
  run?: string,
): string | undefined => {
  const definition = Object.hasOwn(policy.kinds, kind) ? policy.kinds[kind] : undefined
  if (verb !== 'run') return definition?.[verb]
  return run === undefined ? undefined : definition?.run?.[run]?.ask
}

/** Why what is done to artifacts cannot be done to those of a kind. */
export const notOfKind = ({ title }: Policy, what: string, kind: string): string =>
  `${title} offers no ${what} for artifacts of kind ${kind}`

/** What a call asks for by the kind of its artifact. */
export const asksOfKind = (policy: Policy, call: Call, changes: OperationChanges): Asks => {
  const { kind, run, resources } = call
  const { ofKind: verb } = changes
  if (!verb) return { asks: [] }
  const isUnknown = kind !== undefined && !Object.hasOwn(policy.kinds, kind)
  if (kind === undefined || isUnknown) return { asks: [] }
  // A list, which names no artifact, asks about a kind only in a project.
  const lists = verb === 'get' && !resources.artifact
  if (lists && changes.always && !resources.project) return { asks: [] }
  const action = actionOfKind(policy, kind, verb, run)
  // What no call gets one of can be listed all the same, as far as it is seen.
  if (action === undefined && lists) return { asks: [] }
  if (action === undefined) {
    return { notOffered: notOfKind(policy, run ?? verb, kind) }
  }
  return { asks: [{ action, resources, place: 'call' }] }
}
