import { type NamedType, type Resources, unresolved } from '../world/resources.ts'
import { type Permits, permit } from '../world/permits.ts'
import { type Holdings, holdingsOf, type OpenPath } from '../paths/holdings.ts'
import { allOf, commonOf, type Outcome, outcomeOf } from '../language/outcome.ts'
import { isCreator, isSelf, type EvaluationContext } from './context.ts'
import {
  isProjectScope,
  type Leaf,
  type ProjectScope,
  type Scope,
} from '../language/requirement.ts'
import { meetsProperty } from './properties.ts'
import type { ProjectRecord, TeamRecord, UserRecord } from '../language/records.ts'
import type { PolicyContext } from '../world/policy-context.ts'

/** The open path that is tried for a project scope. `unresolved` meets every requirement. */
export type Choice = OpenPath | typeof unresolved | undefined

/** The path that is tried for each project scope. */
export type Chosen = Readonly<Record<ProjectScope, Choice>>

/** What one person sees. Questions about an open resource range over it. */
export interface Seen {
  readonly projects: readonly ProjectRecord[]
  readonly teams: readonly TeamRecord[]
  /** Whether they see every possible resource of the type. */
  all(type: NamedType): boolean
}

/** Finds what a person sees. Passed to tests, since visibility itself is decided by requirements. */
export type SeenBy = (context: PolicyContext, actor: UserRecord) => Seen

/** A requirement compiled into a function. */
export type Test = (context: EvaluationContext, chosen: Chosen, seenBy: SeenBy) => Outcome

const optional = (value: boolean | undefined): Outcome =>
  value === undefined ? 'depends' : outcomeOf(value)

const nobody = (): Outcome => 'no'

/** Fails closed. Types rule it out, but a policy that was not checked may still contain one. */
const ofUnknownKind: (kind: never) => typeof nobody = () => nobody

type Has = (permits: Permits | undefined, context: EvaluationContext) => boolean

/** Tests what a person holds in a scope, other than a project's. */
const inScope = (
  scope: Exclude<Scope, ProjectScope>,
  has: Has,
): ((context: EvaluationContext, held: Holdings, seenBy: SeenBy) => Outcome) => {
  if (typeof scope === 'object') {
    const { team } = scope
    return (context, held) => outcomeOf(has(held.inTeam(team), context))
  }
  switch (scope) {
    case 'organization':
      return (context, held) => outcomeOf(has(held.organization, context))
    case 'any_team':
      return (context, held) =>
        outcomeOf(held.teams.some((team) => has(held.inTeam(team), context)))
    case 'team':
      return (context, held, seenBy) => {
        const { actor, resources } = context
        if (resources.team === unresolved) return 'yes'
        if (resources.team) return outcomeOf(has(held.inTeam(resources.team.key), context))
        if (context.isCall) return 'no'
        const seen = seenBy(context, actor)
        return commonOf(seen.all('team') ? seen.teams : [...seen.teams, undefined], (team) =>
          outcomeOf(has(team && held.inTeam(team.key), context)),
        )
      }
    default:
      return ofUnknownKind(scope)
  }
}

/** The person's holdings in the question’s world. */
export const heldBy = ({ judge, world }: EvaluationContext, person: UserRecord): Holdings =>
  holdingsOf(judge.policy, world, person)

const pathGives = (path: Choice, permission: string, { resources }: EvaluationContext): boolean =>
  path === unresolved ||
  (path !== undefined && path.permits.some((one) => permit(one, permission, resources.artifact)))

const permissionTest = (scope: Scope, permission: string): Test => {
  if (isProjectScope(scope)) {
    return (context, chosen) => outcomeOf(pathGives(chosen[scope], permission, context))
  }
  const test = inScope(
    scope,
    (permits, { resources }) =>
      permits !== undefined && permit(permits, permission, resources.artifact),
  )
  return (context, _, seenBy) => test(context, heldBy(context, context.actor), seenBy)
}

/** Tests whether every permission that the call hands out is held in the scope. */
const coversTest =
  (scope: Scope): Test =>
  (context, chosen, seenBy) => {
    const { handedOut } = context
    // Only the arguments tell what a call hands out.
    if (handedOut === undefined) return 'depends'
    return allOf([...handedOut], (permission) =>
      permissionTest(scope, permission)(context, chosen, seenBy),
    )
  }

/** The user whom the call names, as recorded in the question’s world. */
const personNamed = ({ world, resources: { user } }: EvaluationContext): Resources['user'] =>
  typeof user === 'object' ? (world.user(user.id) ?? user) : user

const memberTest = (scope: Scope, who: 'actor' | 'user'): Test => {
  if (who !== 'actor' && who !== 'user') return ofUnknownKind(who)
  if (isProjectScope(scope)) return (_, chosen) => outcomeOf(chosen[scope] !== undefined)
  const test = inScope(scope, (permits) => permits !== undefined)
  return (context, _, seenBy) => {
    const person = who === 'user' ? personNamed(context) : context.actor
    if (person === undefined) return 'depends'
    return person === unresolved ? 'yes' : test(context, heldBy(context, person), seenBy)
  }
}

/** Compiles a leaf. */
export const leafTest = (leaf: Leaf): Test => {
  if ('permission' in leaf) return permissionTest(leaf.in, leaf.permission)
  if ('member' in leaf) return memberTest(leaf.member, leaf.who ?? 'actor')
  if ('covers' in leaf) return leaf.covers === 'handed_out' ? coversTest(leaf.in) : nobody
  if ('self' in leaf) return (context) => optional(isSelf(context, leaf))
  if ('creator' in leaf) return (context) => optional(isCreator(context, leaf))
  if ('feature' in leaf) {
    const { feature } = leaf
    return ({ world }) => outcomeOf(world.organization.plan.features.includes(feature))
  }
  if ('path' in leaf) {
    if (leaf.path !== 'owner') return nobody
    return (_, { project: path }) => outcomeOf(path === unresolved || path?.owner === true)
  }
  if ('property' in leaf) return (context) => optional(meetsProperty(context, leaf))
  if ('nothing' in leaf) return leaf.nothing ? () => 'yes' : nobody
  return ofUnknownKind(leaf)
}
