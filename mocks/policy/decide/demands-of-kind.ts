import { brief } from '../../shared/brief.ts'
import type { Call } from '../call/call.ts'
import type { OperationChanges, Policy } from '../language/policy.ts'

/** The kind's own action for the verb; undefined if the kind does not offer it. */
const actionOfKind = (
  kind: Policy['kinds'][string] | undefined,
  verb: NonNullable<OperationChanges['ofKind']>,
  run: string | undefined,
): string | undefined => {
  if (verb !== 'run') return kind?.[verb]
  return run === undefined ? undefined : kind?.run?.[run]?.ask
}

/** Says that artifacts of the kind lack an operation or an action. */
export const notOfKind = ({ title }: Policy, what: string, kind: string): string =>
  `${title} offers no ${brief(what)} for artifacts of kind ${kind}`

/** The action that a call asks because of its artifact's kind, if any. */
export const actionByKind = (
  policy: Policy,
  call: Call,
  changes: OperationChanges,
): { action?: string } | { notOffered: string } => {
  const { kind, run, resources } = call
  const { ofKind: verb } = changes
  if (!verb || kind === undefined || !Object.hasOwn(policy.kinds, kind)) return {}
  // A list names no artifact. It asks the kind's action only within a project.
  const lists = verb === 'get' && !resources.artifact
  if (lists && changes.always && !resources.project) return {}
  const action = actionOfKind(policy.kinds[kind], verb, run)
  if (action !== undefined) return { action }
  // Artifacts that no call gets one by one can still be listed, as far as they are visible.
  return lists ? {} : { notOffered: notOfKind(policy, run ?? verb, kind) }
}
