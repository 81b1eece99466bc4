import { type Call, unknown } from './call.ts'
import { type Demand, evaluateDemand } from './decide.ts'
import type { Inquiry } from './inquiry.ts'
import type { Judge } from './judge.ts'
import { overlay, type SlotChange } from './overlay.ts'
import type { Plan } from './plan.ts'
import { strangers } from './seen.ts'
import { leavesOf } from './requirement.ts'
import { isNamedType, type NamedType } from './thing.ts'
import type { UserRecord, World } from './world.ts'

/** The kinds of what a call names that is not there, or is and stays hidden: nobody is told which. */
export type Unseen = readonly NamedType[]

/** Kinds of references that name nothing which the caller sees, and could name something hidden. */
export const unseenBy = (
  judge: Judge,
  world: World,
  { actor, unknown: references }: Call,
): Unseen | undefined => {
  if (references.length === 0) return undefined
  const types = new Set(references.flatMap(({ type }) => (isNamedType(type) ? [type] : [])))
  const hideable = [...types].filter(
    (type) =>
      judge.visibleKinds.some(({ kind }) => kind === type) && !judge.seenBy(world, actor).all(type),
  )
  return hideable.length === 0 ? undefined : hideable
}

/** Whether permissions show projects, and not membership alone. */
const isByPermission = ({ visibleKinds }: Judge): boolean => {
  const require = visibleKinds.find(({ kind }) => kind === 'project')?.rule?.require
  return require !== undefined && leavesOf(require).some((leaf) => 'permission' in leaf)
}

/**
 * Whether a change may show the person a thing of the type. An entry of theirs shows its own project
 * alone, and another role in a team of theirs no further one, where membership is what shows them.
 */
const mayShow = (
  judge: Judge,
  actor: UserRecord,
  type: NamedType,
  { slot }: SlotChange,
): boolean => {
  if (type !== 'project') return true
  if ('user' in slot && slot.user.id !== actor.id) return false
  if (slot.kind === 'team_role' && Object.hasOwn(actor.teams, slot.team.key)) {
    return isByPermission(judge)
  }
  return !slot.kind.startsWith('entry_')
}

/** The demand with a thing that nobody has anything to do with in the place of each that is not seen. */
const aboutStrangers = (demand: Demand): Demand => {
  const { user, team, project, destination } = demand.things
  return {
    ...demand,
    things: {
      ...demand.things,
      ...(user === unknown && strangers.user),
      ...(team === unknown && strangers.team),
      ...(project === unknown && strangers.project),
      ...(destination === unknown && { destination: strangers.project.project }),
    },
  }
}

/**
 * Whether the plan does, whatever the unseen things are: it shows none of them, or allows the call about
 * any of them.
 */
export const doesUnseen = (
  judge: Judge,
  world: World,
  { actor: before, demands, unseen = [] }: Inquiry,
  { changes }: Plan,
): boolean => {
  const isShown = unseen.some((type) =>
    changes.some((change) => mayShow(judge, before, type, change)),
  )
  if (!isShown) return true
  // What a role gives that is not seen, nobody can say.
  if (unseen.includes('role')) return false
  const after = overlay(world, changes)
  const actor = after.user(before.id) ?? before
  return demands.every(
    (demand) => evaluateDemand(judge, after, actor, aboutStrangers(demand)) === 'yes',
  )
}
