import type { OperationId } from '../../../src/generated/operations.ts'
import { resourcesNamedBy } from '../call/names.ts'
import { visibleKinds } from '../evaluate/visible-kinds.ts'
import type { Judge } from '../language/judge.ts'
import type { Policy } from '../language/policy.ts'
import type { Requirement } from '../language/requirement.ts'
import { openRulesOf } from './open-rules.ts'

/** The outcomes that rules can have. */
export interface Possible {
  readonly allowed: boolean
  readonly denied: boolean
}

/** Whether everybody meets the requirement who has an active membership. */
const isForEverybody = (requirement: Requirement): boolean => {
  if ('all' in requirement) return requirement.all.every(isForEverybody)
  if ('any' in requirement) return requirement.any.some(isForEverybody)
  return 'nothing' in requirement && requirement.nothing
}

const isForNobody = (requirement: Requirement): boolean => {
  if ('all' in requirement) return requirement.all.some(isForNobody)
  if ('any' in requirement) return requirement.any.every(isForNobody)
  return 'nothing' in requirement && !requirement.nothing
}

/** Whether some member can meet the requirement, and whether some member can fail it. */
export const possibleOf = (requirement: Requirement): Possible => ({
  allowed: !isForNobody(requirement),
  denied: !isForEverybody(requirement),
})

/**
 * Whether rules can allow the operation to some member, and deny it to some member. Undefined if the
 * platform does not offer it.
 */
export const possibleOutcomes = (policy: Policy, operation: OperationId): Possible | undefined => {
  const judge: Judge = { policy, hardened: false }
  const open = openRulesOf(judge, { operation })
  if (!open) return undefined
  const always = open.always.map(({ require }) => possibleOf(require))
  const options = open.options.map(({ require }) => possibleOf(require))
  const named = resourcesNamedBy(operation)
  const mayHide = visibleKinds(policy).some(({ kind }) => named.includes(kind))
  const isHopeless = options.length > 0 && options.every(({ allowed }) => !allowed)
  return {
    allowed: always.every(({ allowed }) => allowed) && !isHopeless,
    denied: mayHide || [...always, ...options].some(({ denied }) => denied),
  }
}
