import { bind } from './bind.ts'
import type { Call } from './call.ts'
import { fieldsOfCases } from './case-fields.ts'
import { type Demand, type Demands, demandsOfCall } from './decide.ts'
import type { Judge } from './judge.ts'
import { guard } from './guards.ts'
import { hasStanding } from './standing.ts'
import type { UserRecord, World } from './world.ts'

/** A question that is denied, and how it is asked anew in a world that has changed. */
export interface Inquiry {
  actor: UserRecord
  /** Who is told: `You` in the texts. */
  asker: UserRecord
  /** What it demands now. */
  demands: readonly Demand[]
  /** What it would demand in another world; undefined where that is the same, whatever a remedy changes. */
  demandsIn: ((world: World, actor: UserRecord) => Demands) | undefined
  /** Tells inquiries apart whose demands in another world differ, though those of now are the same. */
  signature?: string
  /** The user whom the call names, where what is asked and what stands in its way depend on who they are. */
  named?: NamedUser
}

/** Somebody whom a call names, and how it fares once they have changed. */
export interface NamedUser {
  user: UserRecord
  /** Whether the call may ask something else of who has another organization role. */
  byRole: boolean
  /** Whether a guard stands in the way of the call in that world. */
  isGuarded(world: World, actor: UserRecord): boolean
}

/** An inquiry about things that are named once and for all. */
export const inquiryOf = (
  actor: UserRecord,
  asker: UserRecord,
  demands: readonly Demand[],
): Inquiry => ({ actor, asker, demands, demandsIn: undefined })

/** Whether the call is about the very person whom a remedy may change: a user’s entry names the user. */
const isAboutActor = ({ actor, things: { user, member } }: Call): boolean =>
  user === actor || member?.subject.id === actor.email

const namedUser = (judge: Judge, { actor, operation, args, things }: Call) => {
  const { user } = things
  if (typeof user !== 'object' || user.id === actor.id) return undefined
  const byRole = fieldsOfCases(judge.policy.changes[operation] ?? {}).includes('user.role')
  if (!byRole && hasStanding(user)) return undefined
  const isGuarded = (world: World, person: UserRecord): boolean =>
    guard(judge, world, bind(judge, world, person, operation, args)) !== undefined
  return { user, byRole, isGuarded }
}

/** An inquiry about a call, or why the platform does not offer it. */
export const inquiryOfCall = (
  judge: Judge,
  world: World,
  call: Call,
  asker: UserRecord,
): Inquiry | { notOffered: string } => {
  const { actor, operation, args } = call
  const found = demandsOfCall(judge, world, call)
  if ('notOffered' in found) return found
  const { demands } = found
  const named = namedUser(judge, call)
  const mayShift =
    named !== undefined || judge.shiftingOperations.has(operation) || isAboutActor(call)
  const demandsIn = (now: World, person: UserRecord): Demands =>
    demandsOfCall(judge, now, bind(judge, now, person, operation, args))
  if (!mayShift) return { actor, asker, demands, demandsIn: undefined }
  const signature = `${operation} ${JSON.stringify(args)}`
  return { actor, asker, demands, demandsIn, signature, ...(named && { named }) }
}
