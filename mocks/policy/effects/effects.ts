import type { Call } from '../call/call.ts'
import type { Resources } from '../world/resources.ts'
import { fact, type FactContext, holds } from '../call/facts.ts'
import type { Effect, Policy, Value } from '../language/policy.ts'
import type { World } from '../world/world.ts'
import type { UserRecord } from '../language/records.ts'

/** The first sign-in of an unknown person. */
export interface SignUp {
  operation: 'sign_up'
  user: UserRecord
}

/**
 * A further change that an event brings about, for the store to carry out. XACML calls these the
 * obligations of a decision.
 */
export type EffectChange =
  | { kind: 'join'; user: string; team: string; role: string }
  | { kind: 'entry'; project: string; team: string; isOwner: boolean }
  | { kind: 'role'; user: string; role: string }
  | { kind: 'owner'; project: string; user: string }
  | { kind: 'clear_grants'; of: 'user' | 'member'; id: string }
  /** `key` is the project's key, or the user's id. */
  | { kind: 'remove_entries'; of: 'project' | 'user'; key: string }
  /** Revokes every token except this one. */
  | { kind: 'revoke_tokens'; except: string | undefined }

const idOf = (resource: unknown): string | undefined =>
  typeof resource === 'object' && resource !== null && 'id' in resource
    ? String(resource.id)
    : undefined

/** Types rule it out, but a policy that was not checked may still contain one. It does nothing. */
const ofUnknownKind: (effect: never) => readonly EffectChange[] = () => []

const changesOf = (
  effect: Effect['do'],
  resources: Resources,
  actor: UserRecord | undefined,
  valueOf: (source: Value) => string | undefined,
): readonly EffectChange[] => {
  const user = idOf(resources.user)
  const whose = (of: 'user' | 'actor' = 'user') => (of === 'actor' ? actor?.id : user)
  const project = typeof resources.project === 'object' ? resources.project.key : undefined
  if ('joinTeam' in effect) {
    const team = valueOf(effect.joinTeam)
    const role = valueOf(effect.role)
    const joining = whose(effect.of)
    return joining === undefined || team === undefined || role === undefined
      ? []
      : [{ kind: 'join', user: joining, team, role }]
  }
  if ('addEntry' in effect) {
    const team = valueOf(effect.addEntry.team)
    return project === undefined || team === undefined
      ? []
      : [{ kind: 'entry', project, team, isOwner: effect.isOwner }]
  }
  if ('setRole' in effect) {
    const holder = whose(effect.of)
    return holder === undefined ? [] : [{ kind: 'role', user: holder, role: effect.setRole }]
  }
  if ('setOwner' in effect) {
    const owner = actor?.id
    return project === undefined || owner === undefined
      ? []
      : [{ kind: 'owner', project, user: owner }]
  }
  if ('clearGrants' in effect) {
    const { clearGrants: of } = effect
    const id = of === 'user' ? user : resources.member?.id
    return id === undefined ? [] : [{ kind: 'clear_grants', of, id }]
  }
  if ('removeEntries' in effect) {
    const { removeEntries: of } = effect
    const key = of === 'user' ? user : project
    return key === undefined ? [] : [{ kind: 'remove_entries', of, key }]
  }
  if ('revokeTokens' in effect) return [{ kind: 'revoke_tokens', except: resources.token?.id }]
  return ofUnknownKind(effect)
}

/**
 * The obligations of the event: the further changes that the policy's effects bring about, in order.
 * Values are read from `resources`, which the event itself created or changed; conditions are checked
 * on the state before it.
 */
export const effectsOf = (
  policy: Policy,
  world: World,
  event: Call | SignUp,
  resources: Resources,
): readonly EffectChange[] => {
  const input = 'stated' in event ? event.stated : undefined
  const actor = 'actor' in event ? event.actor : undefined
  const named = 'resources' in event ? { ...resources, ...event.resources } : resources
  const before: FactContext = { place: 'event', world, resources: named, input, actor }
  const valueOf = (source: Value): string | undefined => {
    if ('key' in source) return source.key
    const value = fact({ ...before, resources }, source.field)
    return typeof value === 'string' ? value : undefined
  }
  return policy.effects
    .filter(({ on, when }) => on.includes(event.operation) && (!when || holds(before, when)))
    .flatMap((effect) => changesOf(effect.do, resources, actor, valueOf))
}
