import { bind } from '../decide/bind.ts'
import { decide } from '../decide/decide.ts'
import { guardOfCall } from '../decide/guards.ts'
import { perState } from '../world/per-state.ts'
import { Trie } from '../../shared/memo.ts'
import type { RemedyCall } from '../assignments/assignment.ts'
import { answersInvitation, isActiveMember } from '../world/membership.ts'
import type { PolicyContext } from '../world/policy-context.ts'
import type { World } from '../world/world.ts'
import type { UserRecord } from '../language/records.ts'

/** Everybody who might run the call. A person who accepts an invitation may be no user yet. */
function* candidatesFor(world: World, { caller }: RemedyCall): Iterable<UserRecord> {
  if (caller && !world.user(caller.id)) yield caller
  yield* world.users()
}

/** The addresses of the first users, in list order, who may run the call. */
const whoMayRun = (context: PolicyContext, remedy: RemedyCall, most: number): string[] => {
  const { world } = context
  const { operation, args } = remedy
  const able: string[] = []
  for (const actor of candidatesFor(world, remedy)) {
    if (!isActiveMember(actor)) {
      if (actor.paused || !answersInvitation(world, actor, operation, args)) continue
    }
    const call = bind(context, { actor, operation, args })
    if (decide(context, call) !== 'yes' || guardOfCall(context, call)) continue
    able.push(actor.email)
    if (able.length === most) break
  }
  return able
}

interface Helpers {
  any?: boolean
  first?: readonly string[]
}

/** Who may run each remedy's call in one state: many denials share their remedies. */
const helpers = perState(() => new Trie<Helpers>())

const helpersFor = (
  { judge, world }: PolicyContext,
  { operation, changes }: RemedyCall,
): Helpers => {
  const made = changes.flatMap(({ assignment, role }) => [assignment.key, role])
  const place = helpers(world).at(judge).at(operation).along(made)
  place.value ??= {}
  return place.value
}

/** Whether anybody may run the call. */
export const isRunnable = (context: PolicyContext, call: RemedyCall): boolean => {
  const known = helpersFor(context, call)
  known.any ??= whoMayRun(context, call, 1).length > 0
  return known.any
}

/** The addresses of the first three users who may run the call. */
export const firstHelpers = (context: PolicyContext, call: RemedyCall): readonly string[] => {
  const known = helpersFor(context, call)
  known.first ??= whoMayRun(context, call, 3)
  return known.first
}
