import type { Policy, Rule } from './policy.ts'

/** The rule of an action. */
export const ruleOf = (policy: Policy, action: string): Rule | undefined =>
  Object.hasOwn(policy.rules, action) ? policy.rules[action] : undefined

/** The rule of an action that a policy asks; one without is a fault of the policy. */
export const requiredRule = (policy: Policy, action: string): Rule => {
  const rule = ruleOf(policy, action)
  if (!rule) throw new Error(`Policy ${policy.name} has no rule for ${action}: add it to rules.`)
  return rule
}
