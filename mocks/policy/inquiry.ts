import { bind } from './bind.ts'
import type { Call } from './call.ts'
import { fieldsOfCases } from './case-fields.ts'
import { decide, type Demand, type Demands, demandsOfCall } from './decide.ts'
import { type Hidden, hiddenFrom } from './hidden.ts'
import type { Judge } from './judge.ts'
import type { Reader } from './reader.ts'
import { leavesOf } from './requirement.ts'
import type { UserRecord, World } from './world.ts'

/** A question that is denied, and how it is asked anew in a world that has changed. */
export interface Inquiry {
  actor: UserRecord
  /** Who is told: `You` in the texts. */
  reader: Reader
  /** What it demands now. */
  demands: readonly Demand[]
  /** What it would demand in another world; undefined where that is the same, whatever a remedy changes. */
  demandsIn: ((world: World, actor: UserRecord) => Demands) | undefined
  /** Tells inquiries apart whose demands in another world differ, though those of now are the same. */
  signature?: string
  /** Whom the call names, where what is asked depends on who they are, and the reader may know. */
  named?: NamedUser
  /** Whether what it demands depends on something that the reader may not see. */
  veiled?: true
}

/** Somebody whom a call names: what may be changed of them for the call to ask something else. */
export interface NamedUser {
  user: UserRecord
  byRole: boolean
  byStatus: boolean
}

/** An inquiry about things that are named once and for all. */
export const inquiryOf = (
  actor: UserRecord,
  reader: Reader,
  demands: readonly Demand[],
): Inquiry => ({ actor, reader, demands, demandsIn: undefined })

/** Whether the call is about the very person whom a remedy may change: a user’s entry names the user. */
const isAboutActor = ({ actor, things: { user, member } }: Call): boolean =>
  user === actor || member?.subject.id === actor.email

const namedUser = (
  judge: Judge,
  { actor, operation, things: { user } }: Call,
  hidden: Hidden,
): NamedUser | undefined => {
  if (typeof user !== 'object' || user.id === actor.id || hidden.has('user')) return undefined
  const fields = fieldsOfCases(judge.policy.changes[operation] ?? {})
  const byRole = fields.includes('user.role')
  const byStatus = fields.includes('user.status') || fields.includes('user.paused')
  return byRole || byStatus ? { user, byRole, byStatus } : undefined
}

/** Whether what the call demands may depend on something that is hidden. */
const isVeiled = (
  { policy }: Judge,
  operation: string,
  demands: readonly Demand[],
  hidden: Hidden,
): boolean => {
  const fields = fieldsOfCases(policy.changes[operation] ?? {})
  const chooses = fields.some(
    (field) => /^next\b/.test(field) || hidden.has(field.split('.')[0] ?? ''),
  )
  const leaves = demands.flatMap(({ rule }) => leavesOf(rule.require))
  return chooses || (hidden.has('user') && leaves.some((leaf) => 'who' in leaf))
}

/** An inquiry about a call, or why the platform does not offer it. */
export const inquiryOfCall = (
  judge: Judge,
  world: World,
  call: Call,
  reader: Reader,
): Inquiry | { notOffered: string } => {
  const { actor, operation, args, things } = call
  const hidden = hiddenFrom(reader, things)
  // Whoever is allowed the call learns so anyway.
  const veil = hidden.size > 0 && decide(judge, world, call) !== 'yes' ? hidden : undefined
  const found = demandsOfCall(judge, world, call, veil)
  if ('notOffered' in found) return found
  const { demands } = found
  const named = namedUser(judge, call, hidden)
  const mayShift =
    named !== undefined || judge.shiftingOperations.has(operation) || isAboutActor(call)
  const demandsIn = (now: World, person: UserRecord): Demands =>
    demandsOfCall(judge, now, bind(judge, now, person, operation, args), veil)
  const about: Inquiry = { actor, reader, demands, demandsIn: undefined }
  if (veil && isVeiled(judge, operation, demands, veil)) about.veiled = true
  if (!mayShift) return about
  const signature = `${operation} ${JSON.stringify(args)}`
  return { ...about, demandsIn, signature, ...(named && { named }) }
}
