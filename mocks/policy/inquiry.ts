import { bind } from './bind.ts'
import type { Call } from './call.ts'
import { fieldsOfCases } from './case-fields.ts'
import { decide, type Demand, type Demands, demandsOfCall } from './decide.ts'
import { decisiveThings } from './decisive-things.ts'
import { type Hidden, hiddenFrom } from './hidden.ts'
import type { Judge } from './judge.ts'
import type { Reader } from './reader.ts'
import { isForNobody } from './rules.ts'
import { type Unseen, unseenBy } from './unseen.ts'
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
  /** What of the call the reader may not see: what is demanded then holds whatever that is. */
  hidden?: Hidden
  /** Whether what is hidden chooses what is demanded. */
  isChosen?: boolean
  /** What a remedy might show the actor, to whom the call then asks for more. */
  unseen?: Unseen
  /** The world in which somebody makes the remedies, where it is another than the one asked about. */
  whole?: World
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
  demands: readonly Demand[],
): NamedUser | undefined => {
  if (typeof user !== 'object' || hidden.has('user')) return undefined
  // One's own role is changed to be asked less only where nothing else would help.
  const isHelpless = demands.some(({ rule }) => isForNobody(rule.require))
  if (user.id === actor.id && !isHelpless) return undefined
  const fields = fieldsOfCases(judge.policy.changes[operation] ?? {})
  const byRole = fields.includes('user.role')
  const byStatus = fields.includes('user.status') || fields.includes('user.paused')
  return byRole || byStatus ? { user, byRole, byStatus } : undefined
}

/** Whether something that is hidden chooses between the cases of what the call asks. */
const isChosenBy = ({ policy }: Judge, operation: string, hidden: Hidden): boolean =>
  fieldsOfCases(policy.changes[operation] ?? {}).some((field) => {
    const [root = ''] = field.split('.')
    return root === 'next' || hidden.has(root)
  })

/** An inquiry about a call, made in the world or in one that is yet to come; or why the platform does not offer it. */
export const inquiryOfCall = (
  judge: Judge,
  world: World,
  call: Call,
  reader: Reader,
  { isYetToCome = false } = {},
): Inquiry | { notOffered: string } => {
  const { actor, operation, args, things } = call
  const hidden = hiddenFrom(reader, things, decisiveThings(judge.policy, operation))
  // Whoever is allowed the call learns so anyway, but not of one who would be.
  const isVeiled = hidden.size > 0 && (isYetToCome || decide(judge, world, call) !== 'yes')
  const veil = isVeiled ? hidden : undefined
  const found = demandsOfCall(judge, world, call, veil)
  if ('notOffered' in found) return found
  const { demands } = found
  const named = namedUser(judge, call, hidden, demands)
  const mayShift =
    named !== undefined || judge.shiftingOperations.has(operation) || isAboutActor(call)
  const about: Inquiry = { actor, reader, demands, demandsIn: undefined }
  if (veil) {
    about.hidden = veil
    about.isChosen = isChosenBy(judge, operation, veil)
  }
  const unseen = unseenBy(judge, world, call)
  if (unseen) about.unseen = unseen
  if (!mayShift) return about
  about.demandsIn = (now, person) =>
    demandsOfCall(judge, now, bind(judge, now, person, operation, args), veil)
  about.signature = `${operation} ${JSON.stringify(args)}`
  if (named) about.named = named
  return about
}
