import type { Decision, RuleSource } from '../../../src/index.ts'
import type { Policy, Rule } from '../language/policy.ts'

/** A rule of an action, or the id of another: of a guard, an invariant, or every platform. */
export type Citable = (Pick<Rule, 'id'> & Partial<Pick<Rule, 'text' | 'origin'>>) | string

/** The part of a decision that cites its rule. */
export type CitedRule = Pick<Decision, 'rule' | 'ruleText' | 'ruleSource'>

/** Rules that hold on every platform, by id. */
const platformRules: Readonly<Record<string, string>> = {
  membership:
    'Only active members call the platform. Everybody who was invited reads users.me and answers the invitation.',
  not_offered: 'The platform offers the call to nobody.',
  no_rule: 'An action that the policy has no rule for is denied to everybody.',
  no_case: 'A change that no case of the policy applies to is denied to everybody.',
}

const sourceOf = ({ source }: Policy, origin: RuleSource['origin']): RuleSource => ({
  origin,
  title: source,
})

const byId = (policy: Policy, id: string): Omit<CitedRule, 'rule'> => {
  const reading = policy.readings.find(({ rule }) => rule === id)
  return reading ? { ruleText: reading.text, ruleSource: sourceOf(policy, 'reading') } : {}
}

/** Cites a rule in a decision. */
export const cite = (policy: Policy, rule: Citable): CitedRule => {
  const { id, text, origin } = typeof rule === 'string' ? { id: rule } : rule
  const ofPlatforms = platformRules[id]
  if (ofPlatforms !== undefined) {
    const ruleSource: RuleSource = { origin: 'platform', title: 'Rolecall' }
    return { rule: id, ruleText: ofPlatforms, ruleSource }
  }
  if (text === undefined) return { rule: id, ...byId(policy, id) }
  return { rule: id, ruleText: text, ruleSource: sourceOf(policy, origin ?? 'reading') }
}
