import type { OperationId } from '../../../src/generated/operations.ts'
import { operationsOn } from '../../generated/contract.ts'
import type { Condition } from '../../policy/language/condition.ts'
import type { Policy } from '../../policy/language/policy.ts'
import type { Leaf, Requirement } from '../../policy/language/requirement.ts'
import { ruleOf } from '../../policy/language/rules.ts'
import { pointer } from '../../shared/json-pointer.ts'
import type { Finding } from '../problem.ts'
import { caseListsIn } from './cases.ts'
import { follows, truthOf } from './truth.ts'

/** Finds invitations, and entries for an e-mail address, that nobody can accept. */
export const answerProblems = (policy: Policy): readonly Finding[] => [
  ...(offers(policy, operationsOn.invitation.create)
    ? unanswerable(policy, {
        type: 'invitation',
        what: 'An invitation',
        instead: `don’t offer ${operationsOn.invitation.create}`,
        isMet: (leaf) => isMetByInvited(policy, leaf, 'invitation'),
        seen: policy.visibility.invitation?.require,
      })
    : []),
  ...(offers(policy, operationsOn.member.create) && takesAddresses(policy)
    ? unanswerable(policy, {
        type: 'member',
        what: 'An entry for an e-mail address',
        instead: 'guard against a subject of type email',
        isMet: (leaf) => isMetByInvited(policy, leaf, 'member'),
        // With a rule for entries, the project need not be visible.
        seen: (policy.visibility.member ?? policy.visibility.project)?.require,
      })
    : []),
]

const offers = ({ changes }: Policy, operation: OperationId): boolean =>
  Object.hasOwn(changes, operation)

interface Invitation {
  readonly type: 'invitation' | 'member'
  readonly what: string
  /** Completes the fix: what to do rather than offer the acceptance. */
  readonly instead: string
  /** Whether an invited person can ever meet the leaf. */
  readonly isMet: (leaf: Leaf) => boolean
  /** The requirement for seeing the invitation. */
  readonly seen: Requirement | undefined
}

function unanswerable(policy: Policy, invitation: Invitation): readonly Finding[] {
  const { type, what, instead, isMet, seen } = invitation
  const { create: made, accept } = operationsOn[type]
  const finding = (at: string, why: string, fix: string): readonly Finding[] => [
    { code: 'unanswerable', pointer: at, message: `${what} can’t be accepted: ${why}.`, fix },
  ]
  const { changes } = policy
  if (!offers(policy, accept)) {
    const fix = `Offer ${accept} to the invited person, or ${instead}.`
    return finding(pointer('changes', made), `${accept} is not offered`, fix)
  }
  const actions = caseListsIn({ changes: { [accept]: changes[accept] ?? {} } }).map(({ cases }) =>
    cases.map(({ one }) => one.ask),
  )
  const isAllowed = actions.every((asked) =>
    asked.some((action) => canMeet(ruleOf(policy, action)?.require, isMet)),
  )
  if (!isAllowed) {
    const why = 'the invited person can never meet the rule'
    return finding(pointer('changes', accept), why, `Allow that person with ${selfOf(type)}.`)
  }
  const forbidding = guardOnPending(policy, type)
  if (forbidding !== -1) {
    const why = 'a guard forbids it while it is pending'
    return finding(pointer('guards', forbidding, 'when'), why, `Remove the guard from ${accept}.`)
  }
  if (seen === undefined || canMeet(seen, isMet)) return []
  const place = type === 'invitation' ? type : memberOrProject(policy)
  const at = pointer('visibility', place, 'require')
  return finding(
    at,
    'the invited person does not see it',
    `Let that person see it with ${selfOf(type)}.`,
  )
}

/** The index of a guard that refuses every pending invitation, on the operation or on an action that it asks. */
const guardOnPending = ({ guards, changes }: Policy, type: Invitation['type']): number => {
  const { accept } = operationsOn[type]
  const asked = caseListsIn({ changes: { [accept]: changes[accept] ?? {} } }).flatMap(({ cases }) =>
    cases.map(({ one }) => one.ask),
  )
  return guards.findIndex(
    ({ on, when }) =>
      (on.includes(accept) || asked.some((action) => on.includes(action))) &&
      follows(when, { field: `${type}.status`, is: 'pending' }),
  )
}

const memberOrProject = ({ visibility }: Policy) => (visibility.member ? 'member' : 'project')

const selfOf = (type: Invitation['type']): string => `{ "self": "${type}" }`

const canMeet = (requirement: Requirement | undefined, isMet: (leaf: Leaf) => boolean): boolean => {
  // Another check reports actions without a rule.
  if (requirement === undefined) return true
  if ('all' in requirement) return requirement.all.every((part) => canMeet(part, isMet))
  if ('any' in requirement) return requirement.any.some((part) => canMeet(part, isMet))
  return isMet(requirement)
}

/**
 * Whether every invited person meets the leaf. A person invited to the organization has one of its
 * roles, any of them; a person invited by an entry has none. Neither is in a team, or has a path into a project.
 */
function isMetByInvited({ roles }: Policy, leaf: Leaf, self: 'invitation' | 'member'): boolean {
  if ('self' in leaf) return leaf.self === self
  if ('nothing' in leaf || 'feature' in leaf || 'covers' in leaf || 'property' in leaf) return true
  const isInvited = self === 'invitation'
  if ('member' in leaf) return isInvited && leaf.member === 'organization' && leaf.who !== 'user'
  if (!('permission' in leaf) || leaf.in !== 'organization' || !isInvited) return false
  return roles
    .filter(({ scope, assignable }) => scope === 'organization' && assignable !== false)
    .every(({ permissions }) => permissions === '*' || permissions.includes(leaf.permission))
}

/** Whether entries for e-mail addresses are possible: no guard refuses them all. */
function takesAddresses({ guards, changes }: Policy): boolean {
  const asked = caseListsIn({
    changes: { add: changes[operationsOn.member.create] ?? {} },
  }).flatMap(({ cases }) => cases.map(({ one }) => one.ask))
  const forbids = ({ on, when }: { on: readonly string[]; when: Condition }): boolean =>
    (on.includes(operationsOn.member.create) || asked.some((action) => on.includes(action))) &&
    truthOf({ any: [when, { not: { field: 'input.subject.type', is: 'email' } }] }) === 'always'
  return !guards.some(forbids)
}
