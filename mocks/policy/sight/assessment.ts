import { bind } from '../decide/bind.ts'
import { fieldPath } from '../call/field-path.ts'
import type { Call } from '../call/call.ts'
import { fieldsOfCases, shiftingOperations } from '../language/changes.ts'
import { decide, type Demand, type Demands, demandsOfCall } from '../decide/decide.ts'
import { decisiveResources } from './decisive-resources.ts'
import { type Hidden, hiddenFrom } from '../call/hidden.ts'
import type { Judge } from '../language/judge.ts'
import type { Reader } from '../world/reader.ts'
import { isForNobody } from '../language/rules.ts'
import { mayHandOutUnseen } from './unseen-hand-outs.ts'
import { type Unseen, unseenBy } from './unseen.ts'
import type { World } from '../world/world.ts'
import type { PolicyContext } from '../world/policy-context.ts'
import type { UserRecord } from '../language/records.ts'

/** The demands of a question, with all that is needed to explain a denial and to try remedies. */
export interface Assessment {
  actor: UserRecord
  /** The reader of the decision. Texts address them as `You`. */
  reader: Reader
  /** The demands in the present world. */
  demands: readonly Demand[]
  /** The demands in another world; undefined if no remedy changes them. */
  demandsIn: ((world: World, actor: UserRecord) => Demands) | undefined
  /** Cache key for calls that demand the same now but may differ after a change. */
  cacheKey?: string
  /** The people whose state decides which rules are asked, if the reader may know. */
  deciding?: readonly DecidingUser[]
  /** The resources that the reader may not see. The demands then hold whatever the state of these. */
  hidden?: Hidden
  /** Whether hidden resources decide which rules are asked. */
  isHiddenDecisive?: boolean
  /** Types of unresolved references. A remedy may reveal what they name, and the call then demands more. */
  unseen?: Unseen
  /** Whether the call may hand out permissions on projects that the reader may not see. */
  handsOutUnseen?: true
  /** The world in which remedies are made, if it differs from the one that is assessed. */
  remedyWorld?: World
}

/** The caller, or the user whom a call names, with the facts about them that decide which rules are asked. */
export interface DecidingUser {
  user: UserRecord
  byRole: boolean
  byStatus: boolean
  /** The keys of teams in which their role decides. */
  byTeams: readonly string[]
}

/** An assessment whose demands no remedy changes. */
export const assessmentOf = (
  actor: UserRecord,
  reader: Reader,
  demands: readonly Demand[],
): Assessment => ({ actor, reader, demands, demandsIn: undefined })

/** Whether the call is about its own caller, directly or by an entry for their address. */
const isAboutActor = ({ actor, resources: { user, member } }: Call): boolean =>
  user === actor || member?.subject.id === actor.email

/** The deciding facts about the person, by the fields that cases compare. */
const decidingBy = (
  root: 'user' | 'actor',
  user: UserRecord,
  fields: readonly string[],
): readonly DecidingUser[] => {
  const byRole = fields.includes(`${root}.role`)
  const byStatus = fields.includes(`${root}.status`) || fields.includes(`${root}.paused`)
  const prefix = `${root}.teams.`
  const byTeams = fields.flatMap((field) =>
    field.startsWith(prefix) ? [field.slice(prefix.length)] : [],
  )
  return byRole || byStatus || byTeams.length > 0 ? [{ user, byRole, byStatus, byTeams }] : []
}

const decidingUsers = (
  { policy }: Judge,
  { actor, operation, resources: { user } }: Call,
  { demands, hidden }: { readonly demands: readonly Demand[]; readonly hidden: Hidden },
): readonly DecidingUser[] => {
  const fields = fieldsOfCases(policy.changes[operation] ?? {})
  // Suggest changing the caller's own role only if nothing else would help.
  const isHelpless = demands.some(({ rule }) => isForNobody(rule.require))
  const isNamed =
    typeof user === 'object' && !hidden.has('user') && (user.id !== actor.id || isHelpless)
  return [
    ...decidingBy('actor', actor, fields),
    ...(isNamed ? decidingBy('user', user, fields) : []),
  ]
}

/** Whether hidden resources choose between the cases of the operation's changes. */
const hiddenDecides = ({ policy }: Judge, operation: string, hidden: Hidden): boolean =>
  fieldsOfCases(policy.changes[operation] ?? {}).some((field) => {
    const { root, roots } = fieldPath(field)
    return root === 'next' || roots.some((one) => hidden.has(one))
  })

/**
 * The assessment of a call for its reader, or why the platform does not offer it. `isYetToCome` marks a
 * call in a world that remedies would lead to.
 */
export const assessmentOfCall = (
  context: PolicyContext,
  call: Call,
  { reader, isYetToCome = false }: { readonly reader: Reader; readonly isYetToCome?: boolean },
): Assessment | { notOffered: string } => {
  const { judge } = context
  const { actor, operation, args, resources } = call
  const hidden = hiddenFrom(reader, resources, decisiveResources(judge.policy, operation))
  // A caller who is allowed the call learns so anyway. In a world yet to come, nobody has learnt anything.
  const mustHide = hidden.size > 0 && (isYetToCome || decide(context, call) !== 'yes')
  const concealed = mustHide ? hidden : undefined
  const found = demandsOfCall(context, call, concealed)
  if ('notOffered' in found) return found
  const { demands } = found
  const deciding = decidingUsers(judge, call, { demands, hidden })
  const mayShift =
    deciding.length > 0 || shiftingOperations(judge.policy).has(operation) || isAboutActor(call)
  const about: Assessment = { actor, reader, demands, demandsIn: undefined }
  if (concealed) {
    about.hidden = concealed
    about.isHiddenDecisive = hiddenDecides(judge, operation, concealed)
  }
  const unseen = unseenBy(context, call)
  if (unseen) about.unseen = unseen
  if (mayHandOutUnseen(context, call, reader)) about.handsOutUnseen = true
  if (!mayShift) return about
  about.demandsIn = (world, person) => {
    const then = { judge, world }
    return demandsOfCall(then, bind(then, { actor: person, operation, args }), concealed)
  }
  about.cacheKey = `${operation} ${JSON.stringify(args)}`
  if (deciding.length > 0) about.deciding = deciding
  return about
}
