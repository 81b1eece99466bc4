import { bind } from './bind.ts'
import type { Call, Things } from './call.ts'
import { casesOf } from './changes.ts'
import { fieldsOf } from './condition.ts'
import { type Demand, type Demands, demandsOfCall } from './decide.ts'
import type { Judge } from './judge.ts'
import type { Policy } from './policy.ts'
import { leavesOf } from './requirement.ts'
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
}

/** Whether the demands are about somebody whom a remedy may change. */
const areAboutPeople = (actor: UserRecord, demands: readonly Demand[]): boolean =>
  demands.some(
    ({ things: { user, member }, rule }) =>
      user === actor ||
      member?.subject.id === actor.id ||
      member?.subject.id === actor.email ||
      (user !== undefined &&
        leavesOf(rule.require).some((leaf) => 'member' in leaf && leaf.who === 'user')),
  )

/** The things as they are in another world, as far as a remedy may have changed them. */
const thingsIn = (world: World, things: Things): Things => {
  const user = typeof things.user === 'object' ? world.user(things.user.id) : undefined
  const member = things.member && world.member(things.member.id)
  return { ...things, ...(user && { user }), ...(member && { member }) }
}

/** An inquiry about things that are named once and for all. */
export const inquiryOf = (
  actor: UserRecord,
  asker: UserRecord,
  demands: readonly Demand[],
): Inquiry => {
  const demandsIn = (world: World): Demands => ({
    demands: demands.map((demand) => ({ ...demand, things: thingsIn(world, demand.things) })),
  })
  const isFixed = !areAboutPeople(actor, demands)
  return { actor, asker, demands, demandsIn: isFixed ? undefined : demandsIn }
}

/** Operations whose changes are told apart by facts about teams and roles, which a remedy may change. */
export const shiftingOperations = ({ changes }: Policy): ReadonlySet<string> =>
  new Set(
    Object.entries(changes).flatMap(([operation, { always, keys = {} }]) => {
      const cases = [...(always ? [always] : []), ...Object.values(keys)].flatMap(casesOf)
      const fields = cases.flatMap(({ when }) => (when ? fieldsOf(when) : []))
      return fields.some((field) => /^(team|role)\./.test(field)) ? [operation] : []
    }),
  )

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
  const mayShift = judge.shiftingOperations.has(operation) || areAboutPeople(actor, demands)
  const demandsIn = (now: World, person: UserRecord): Demands =>
    demandsOfCall(judge, now, bind(judge, now, person, operation, args))
  return { actor, asker, demands, demandsIn: mayShift ? demandsIn : undefined }
}
