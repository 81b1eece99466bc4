import type { Decision, RuleSource } from '../../../src/index.ts'
import { platformRule } from '../language/platform-rules.ts'
import type { Policy, Rule } from '../language/policy.ts'

/** A rule of an action, or the id of another: of a guard, an invariant, or every platform. */
export type Citable = (Pick<Rule, 'id'> & Partial<Pick<Rule, 'text' | 'origin'>>) | string

/** The part of a decision that cites its rule. */
export type CitedRule = Pick<Decision, 'rule' | 'ruleText' | 'ruleSource'>

/** Cites a rule in a decision: in the words of the action that asks it, or in those of the rulebook. */
export const cite = (policy: Policy, rule: Citable): CitedRule => {
  const asked = typeof rule === 'string' ? { id: rule } : rule
  const { id } = asked
  const ofPlatforms = platformRule(id)
  if (ofPlatforms !== undefined) {
    return { rule: id, ruleText: ofPlatforms.text, ruleSource: ofRolecall }
  }
  const said = asked.text === undefined ? saidOf(policy, id) : asked
  if (said?.text === undefined) return { rule: id }
  const ruleSource = sourceOf(policy, id, said.origin ?? 'reading')
  return { rule: id, ruleText: said.text, ruleSource }
}

const ofRolecall: RuleSource = { origin: 'platform', title: 'Rolecall' }

/** The rule in the rulebook, or else in a reading of it, or as an action asks it. */
const saidOf = (policy: Policy, id: string): Omit<Exclude<Citable, string>, 'id'> | undefined =>
  entryOf(policy, id) ??
  readingOf(policy, id) ??
  Object.values(policy.rules).find((rule) => rule.id === id)

const entryOf = ({ rulebook = {} }: Policy, id: string) =>
  Object.hasOwn(rulebook, id) ? rulebook[id] : undefined

const readingOf = ({ readings }: Policy, id: string) => readings.find(({ rule }) => rule === id)

function sourceOf(policy: Policy, id: string, origin: Rule['origin']): RuleSource {
  const url = entryOf(policy, id)?.quotes?.find((quote) => quote.url !== undefined)?.url
  return { origin, title: policy.source, ...(url !== undefined && { url }) }
}
