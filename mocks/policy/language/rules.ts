import { memo } from '../../shared/memo.ts'
import type { Policy, Rule } from './policy.ts'
import type { Requirement } from './requirement.ts'

/** The rule of an action. */
export const ruleOf = (policy: Policy, action: string): Rule | undefined =>
  Object.hasOwn(policy.rules, action) ? policy.rules[action] : undefined

/** Whether nobody can meet the requirement: it is an `any` without parts. */
export const isForNobody = (requirement: Requirement): boolean =>
  'any' in requirement && requirement.any.length === 0

const forNobody = (id: string, text: string): Rule => ({
  id,
  text,
  require: { any: [] },
  origin: 'reading',
})

const noRule = memo((action: string) =>
  forNobody('no_rule', `The policy has no rule for ${action}.`),
)

/** The rule of an action. An action without a rule is denied to everybody. */
export const ruleToMeet = (policy: Policy, action: string): Rule =>
  ruleOf(policy, action) ?? noRule(action)

/** The rule of a change without an applicable case: of a key, or of the whole call. Nobody meets it. */
export const noCase = memo((key: string | undefined) => {
  const part = key === undefined ? 'it' : `its ${key}`
  return forNobody('no_case', `The policy has no case that applies to ${part}.`)
})
