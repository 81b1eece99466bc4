import { keepsInvariants } from '../decide/invariants.ts'
import type { Assignment, AssignmentChange } from '../assignments/assignment.ts'
import { personAfter } from '../assignments/draft.ts'
import type { Option, Prerequisite } from '../assignments/prerequisite.ts'
import { rolesByReach } from '../world/roles.ts'
import type { Reader } from '../world/reader.ts'
import { mayDisclose, mayDiscloseRole } from '../sight/disclosure.ts'
import type { PolicyContext } from '../world/policy-context.ts'

/** Changes that would allow the call, with the prerequisites that are unmet now. */
export interface Plan {
  changes: readonly AssignmentChange[]
  unmet: readonly Prerequisite[]
}

/** A plan that is not tried out yet, since that costs more than finding it. */
export interface Candidate extends Plan {
  /** Whether the changes allow the call, and no part of them does. */
  isSound(): boolean
}

const isHarmless = (context: PolicyContext, change: AssignmentChange): boolean => {
  const { user } = change.assignment
  return !user || keepsInvariants(context, user, personAfter(user, change))
}

/** The least change that meets all prerequisites of the assignment; undefined if none does. */
const changeFor = (
  context: PolicyContext,
  reader: Reader,
  assignment: Assignment,
  needed: readonly Prerequisite[],
): AssignmentChange | undefined => {
  const { rolePlace } = assignment
  if (rolePlace === undefined) return { assignment }
  for (const role of rolesByReach(context.world, rolePlace)) {
    if (!mayDiscloseRole(reader, role)) continue
    if (!needed.every(({ fits }) => fits === undefined || fits(role))) continue
    const change = { assignment, role: role.key }
    if (isHarmless(context, change)) return change
  }
  return undefined
}

/** The least changes that meet the option; undefined if none do, or if the reader may not learn of them. */
export const planOf = (
  context: PolicyContext,
  reader: Reader,
  option: Option,
): Plan | undefined => {
  const unmet = option.filter(({ met }) => !met)
  if (!unmet.every((one) => mayDisclose(context.judge, reader, one))) return undefined
  const changes: AssignmentChange[] = []
  const byAssignment = Map.groupBy(option, ({ assignment }) => assignment.key)
  for (const needed of byAssignment.values()) {
    const lacking = needed.find(({ met }) => !met)
    if (!lacking) continue
    const change = changeFor(context, reader, lacking.assignment, needed)
    if (!change) return undefined
    changes.push(change)
  }
  return changes.length === 0 ? undefined : { changes, unmet }
}
