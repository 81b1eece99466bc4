import type { Decision } from '../../src/index.ts'
import { bind } from './bind.ts'
import { decide, hasStanding, type Judge } from './decide.ts'
import { describeHave, describeNeed } from './describe-need.ts'
import { guard } from './guards.ts'
import type { Need } from './needs.ts'
import { type MembershipChange, overlay } from './overlay.ts'
import { type Inquiry, plansFor } from './plans.ts'
import type { UserRecord, World } from './world.ts'

type Alternative = Decision['alternatives'][number]
type RemedyCall = Alternative['calls'][number]

const callOf = ({ user, team, role }: MembershipChange): RemedyCall => ({
  operation: 'users.update',
  args: [user.email, { teams: { [team]: role } }],
  by: [],
})

/** The first three users, in list order, who may make the change. */
const whoMayRun = (judge: Judge, world: World, change: MembershipChange): string[] => {
  const { args } = callOf(change)
  const able: string[] = []
  for (const user of world.users()) {
    if (!hasStanding(user)) continue
    const call = bind(judge.policy, world, user, 'users.update', args)
    if (decide(judge, world, call) !== 'yes' || guard(judge.policy, world, call)) continue
    able.push(user.email)
    if (able.length === 3) break
  }
  return able
}

/** The calls of a plan, in order, each judged after the one before; undefined when nobody can run one. */
const callsOf = (judge: Judge, world: World, changes: readonly MembershipChange[]) => {
  const calls: RemedyCall[] = []
  for (const [index, change] of changes.entries()) {
    const by = whoMayRun(judge, overlay(world, changes.slice(0, index)), change)
    if (by.length === 0) return undefined
    calls.push({ ...callOf(change), by })
  }
  return calls
}

const missingOf = (world: World, asker: UserRecord, unmet: readonly Need[]) => {
  const described = unmet.map((need) => describeNeed(world, asker, need))
  return [...new Map(described.map((missing) => [missing.text, missing])).values()]
}

/** What would allow something that is denied. */
export interface Remedies {
  /** Each smallest set of changes, smallest first, with who may make them. */
  alternatives: readonly Alternative[]
  /** What there is instead of what the first of them supplies, in words. */
  have?: string
}

/** Looks for all that would allow what is asked. Changes that nobody can make are left out. */
export const remediesFor = (judge: Judge, world: World, inquiry: Inquiry): Remedies => {
  const { asker } = inquiry
  const plans = plansFor(judge, world, inquiry)
  const alternatives = plans.flatMap(({ changes, unmet }) => {
    const calls = callsOf(judge, world, changes)
    return calls ? [{ missing: missingOf(world, asker, unmet), calls }] : []
  })
  const need = plans[0]?.unmet[0]
  return { alternatives, ...(need && { have: describeHave(world, asker, need) }) }
}
