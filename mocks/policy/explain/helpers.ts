import { binder } from '../decide/bind.ts'
import { decide } from '../decide/decide.ts'
import { guardOfCall } from '../decide/guards.ts'
import { perState } from '../world/per-state.ts'
import { Trie } from '../../shared/memo.ts'
import type { RemedyCall } from '../assignments/assignment.ts'
import { answersInvitation, isActiveMember } from '../world/membership.ts'
import type { PolicyContext } from '../world/policy-context.ts'
import type { Reader } from '../world/reader.ts'
import type { World } from '../world/world.ts'
import { standInFor } from '../remedies/stand-in.ts'
import type { UserRecord } from '../language/records.ts'

/** Everybody who might run the call. A person who accepts an invitation may be no user yet. */
function* candidatesFor(world: World, { caller }: RemedyCall): Iterable<UserRecord> {
  if (caller && !world.user(caller.id)) yield caller
  yield* world.users()
}

/** Tells of each user whether they may run the call. */
const runnerTest = (
  context: PolicyContext,
  { operation, args }: RemedyCall,
): ((actor: UserRecord) => boolean) => {
  const bindFor = binder(context, { operation, args })
  return (actor) => {
    if (!isActiveMember(actor)) {
      if (actor.paused || !answersInvitation(context.world, actor, operation, args)) return false
    }
    const call = bindFor(actor)
    return decide(context, call) === 'yes' && !guardOfCall(context, call)
  }
}

/** The addresses of the first users, in list order, who may run the call. */
const whoMayRun = (context: PolicyContext, remedy: RemedyCall, most: number): string[] => {
  const able: string[] = []
  const mayRun = runnerTest(context, remedy)
  for (const actor of candidatesFor(context.world, remedy)) {
    if (!mayRun(actor)) continue
    able.push(actor.email)
    if (able.length === most) break
  }
  return able
}

interface Helpers {
  any?: boolean
  /** Whether somebody might run the call, whoever there is. */
  anybody?: boolean
  first?: readonly string[]
  /** Whether the person of that id may run the call. */
  readonly each: Map<string, boolean>
}

/** Who may run each remedy's call in one state: many denials share their remedies. */
const helpers = perState(() => new Trie<Helpers>())

const helpersFor = (
  { judge, world }: PolicyContext,
  { operation, changes }: RemedyCall,
): Helpers => {
  const made = changes.flatMap(({ assignment, role }) => [assignment.key, role])
  const place = helpers(world).at(judge).at(operation).along(made)
  place.value ??= { each: new Map() }
  return place.value
}

/**
 * Whether anybody may run the call, as far as its reader may learn. Who may not list users learns only
 * whether somebody might: that the one person who may run it is paused or gone is not theirs to know.
 */
export const isRunnable = (context: PolicyContext, call: RemedyCall, reader: Reader): boolean => {
  const known = helpersFor(context, call)
  known.any ??= whoMayRun(context, call, 1).length > 0
  if (known.any || reader.mayList('user')) return known.any
  known.anybody ??= standInFor(context, call) !== undefined
  return known.anybody
}

/** The addresses of the first three users who may run the call. */
export const firstHelpers = (context: PolicyContext, call: RemedyCall): readonly string[] => {
  const known = helpersFor(context, call)
  known.first ??= whoMayRun(context, call, 3)
  return known.first
}

/** Whether the person may run the call, in whichever version the call's world has them. */
export const isRunnableBy = (
  context: PolicyContext,
  call: RemedyCall,
  { id }: UserRecord,
): boolean => {
  const { each } = helpersFor(context, call)
  const known = each.get(id)
  if (known !== undefined) return known
  const { caller } = call
  const actor = context.world.user(id) ?? (caller?.id === id ? caller : undefined)
  const found = actor !== undefined && runnerTest(context, call)(actor)
  each.set(id, found)
  return found
}
