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
import type { UserRecord } from '../language/records.ts'

/** A question that is denied, and how it is asked anew in a world that has changed. */
export interface Assessment {
  actor: UserRecord
  /** Who is told: `You` in the texts. */
  reader: Reader
  /** What it demands now. */
  demands: readonly Demand[]
  /** What it would demand in another world; undefined where that is the same, whatever a remedy changes. */
  demandsIn: ((world: World, actor: UserRecord) => Demands) | undefined
  /** Cache key for calls that demand the same now but may differ after a change. */
  signature?: string
  /** Those on whom it depends what is asked: who calls and whom the call names, if the reader may know. */
  deciding?: readonly DecidingUser[]
  /** What of the call the reader may not see: what is demanded then holds whatever that is. */
  hidden?: Hidden
  /** Whether what is hidden chooses what is demanded. */
  isChosen?: boolean
  /** What a remedy might show the actor, to whom the call then asks for more. */
  unseen?: Unseen
  /** Whether the call may hand something out on projects that the reader may not see. */
  handsOutUnseen?: true
  /** The world in which somebody makes the remedies, where it is another than the one asked about. */
  whole?: World
}

/** Who calls, or whom a call names: what may be changed of them for the call to ask something else. */
export interface DecidingUser {
  user: UserRecord
  byRole: boolean
  byStatus: boolean
  /** Teams in which it is their role that decides. */
  byTeams: readonly string[]
}

/** An assessment about resources that are named once and for all. */
export const assessmentOf = (
  actor: UserRecord,
  reader: Reader,
  demands: readonly Demand[],
): Assessment => ({ actor, reader, demands, demandsIn: undefined })

/** Whether the call is about the very person whom a remedy may change: a user’s entry names the user. */
const isAboutActor = ({ actor, resources: { user, member } }: Call): boolean =>
  user === actor || member?.subject.id === actor.email

/** What decides of the person, by the fields that cases compare. */
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
  judge: Judge,
  { actor, operation, resources: { user } }: Call,
  hidden: Hidden,
  demands: readonly Demand[],
): readonly DecidingUser[] => {
  const fields = fieldsOfCases(judge.policy.changes[operation] ?? {})
  // One's own role is changed to be asked less only where nothing else would help.
  const isHelpless = demands.some(({ rule }) => isForNobody(rule.require))
  const isNamed =
    typeof user === 'object' && !hidden.has('user') && (user.id !== actor.id || isHelpless)
  return [
    ...decidingBy('actor', actor, fields),
    ...(isNamed ? decidingBy('user', user, fields) : []),
  ]
}

/** Whether something that is hidden chooses between the cases of what the call asks. */
const isChosenBy = ({ policy }: Judge, operation: string, hidden: Hidden): boolean =>
  fieldsOfCases(policy.changes[operation] ?? {}).some((field) => {
    const { root, roots } = fieldPath(field)
    return root === 'next' || roots.some((one) => hidden.has(one))
  })

/** An assessment about a call, made in the world or in one that is yet to come; or why the platform does not offer it. */
export const assessmentOfCall = (
  judge: Judge,
  world: World,
  call: Call,
  reader: Reader,
  { isYetToCome = false } = {},
): Assessment | { notOffered: string } => {
  const { actor, operation, args, resources } = call
  const hidden = hiddenFrom(reader, resources, decisiveResources(judge.policy, operation))
  // Whoever is allowed the call learns so anyway, but not of one who would be.
  const isVeiled = hidden.size > 0 && (isYetToCome || decide(judge, world, call) !== 'yes')
  const veil = isVeiled ? hidden : undefined
  const found = demandsOfCall(judge, world, call, veil)
  if ('notOffered' in found) return found
  const { demands } = found
  const deciding = decidingUsers(judge, call, hidden, demands)
  const mayShift =
    deciding.length > 0 || shiftingOperations(judge.policy).has(operation) || isAboutActor(call)
  const about: Assessment = { actor, reader, demands, demandsIn: undefined }
  if (veil) {
    about.hidden = veil
    about.isChosen = isChosenBy(judge, operation, veil)
  }
  const unseen = unseenBy(judge, world, call)
  if (unseen) about.unseen = unseen
  if (mayHandOutUnseen(judge, world, call, reader)) about.handsOutUnseen = true
  if (!mayShift) return about
  about.demandsIn = (now, person) =>
    demandsOfCall(judge, now, bind(judge, now, person, operation, args), veil)
  about.signature = `${operation} ${JSON.stringify(args)}`
  if (deciding.length > 0) about.deciding = deciding
  return about
}
