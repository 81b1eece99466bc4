import { builtIn } from '../policies/built-in.ts'
import { scenariosFor } from '../policies/scenarios.ts'
import type { Policy, Reading } from '../policy/language/policy.ts'
import { platformWide, rulesOf } from '../rulebook/rules.ts'
import type { StatedRule } from '../rulebook/stated-rule.ts'

/** A policy in a few words. */
export interface PolicySummary {
  readonly name: string
  /** The name of the platform. */
  readonly title: string
  readonly description: string
  /** The documentation that the rules are taken from. */
  readonly source: string
  /** Whether it comes with the package. */
  readonly builtIn: boolean
  readonly inForce: boolean
  /** How many permissions it has. */
  readonly permissions: number
  readonly roles: number
  readonly rules: number
  /** How many rules interpret what the documentation leaves open. */
  readonly readings: number
  /** The scenarios that come with the package. */
  readonly scenarios: readonly string[]
}

/** A policy as a whole. */
export interface PolicyDetail extends PolicySummary {
  /** How the policy reads what the documentation leaves open, by rule. */
  readonly statedReadings: readonly Reading[]
  /** The policy as data. */
  readonly policy: Policy
}

/** The rules of a policy, then those of every platform. */
export interface PolicyRules {
  readonly policy: string
  readonly title: string
  readonly source: string
  readonly rules: readonly StatedRule[]
}

/** The policy in force, then the others that come with the package. */
export const policySummaries = (inForce: Policy): readonly PolicySummary[] =>
  policiesBeside(inForce).map((policy) => summaryOf(policy, inForce))

/** The policies by name: the one in force, then the others that come with the package. */
const policiesBeside = (inForce: Policy): readonly Policy[] => [
  inForce,
  ...Object.values<Policy>(builtIn).filter(({ name }) => name !== inForce.name),
]

function summaryOf(policy: Policy, inForce: Policy): PolicySummary {
  const { name, title, description, source, permissions, roles } = policy
  const rules = rulesOf(policy)
  return {
    name,
    title,
    description,
    source,
    builtIn: Object.values<Policy>(builtIn).includes(policy),
    inForce: policy === inForce,
    permissions: Object.keys(permissions).length,
    roles: roles.length,
    rules: rules.length,
    readings: rules.filter(({ origin }) => origin === 'reading').length,
    scenarios: Object.keys(scenariosFor(policy)),
  }
}

/** All that is to know of a policy. */
export const policyDetail = (policy: Policy, inForce: Policy): PolicyDetail => ({
  ...summaryOf(policy, inForce),
  statedReadings: policy.readings,
  policy,
})

/** The rules of a policy, without examples: `rolecall policy rule` looks for those. */
export const policyRules = (policy: Policy): PolicyRules => ({
  policy: policy.name,
  title: policy.title,
  source: policy.source,
  rules: [...rulesOf(policy), ...platformWide],
})
