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

/** The action that a call asks for by the kind of its artifact, if any. */
export const actionByKind = (
  policy: Policy,
  call: Call,
  changes: OperationChanges,
): { action?: string } | { notOffered: string } => {
  const { kind, run, resources } = call
  const { ofKind: verb } = changes
  if (!verb || kind === undefined || !Object.hasOwn(policy.kinds, kind)) return {}
  // A list, which names no artifact, asks about a kind only in a project.
  const lists = verb === 'get' && !resources.artifact
  if (lists && changes.always && !resources.project) return {}
  const action = actionOfKind(policy, kind, verb, run)
  if (action !== undefined) return { action }
  // What no call gets one of can be listed all the same, as far as it is seen.
  return lists ? {} : { notOffered: notOfKind(policy, run ?? verb, kind) }
}
