import { memo } from '../../shared/memo.ts'
import type { Policy, Rule } from './policy.ts'
import type { Requirement } from './requirement.ts'

/** The rule of an action. */
export const ruleOf = (policy: Policy, action: string): Rule | undefined =>
  Object.hasOwn(policy.rules, action) ? policy.rules[action] : undefined

/** Whether nobody can meet the requirement, whatever they hold: it leaves nothing to choose from. */
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

/** The rule of an action that is asked. What a policy has no rule for, it allows nobody. */
export const ruleToMeet = (policy: Policy, action: string): Rule =>
  ruleOf(policy, action) ?? noRule(action)

/** The rule of a call that no case of a change covers: of the change of a key, or of the call itself. */
export const noCase = memo((key: string | undefined) => {
  const part = key === undefined ? 'it' : `its ${key}`
  return forNobody('no_case', `The policy has no case that applies to ${part}.`)
})
