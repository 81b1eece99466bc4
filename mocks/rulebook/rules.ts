import type { Policy } from '../policy/language/policy.ts'
import { platformRules } from '../policy/language/platform-rules.ts'
import { rulePlaces } from '../policy/language/rule-ids.ts'
import { asksByRule } from './asks.ts'
import { refusalsByRule } from './refusals.ts'
import type { StatedRule } from './stated-rule.ts'

/** The rules of a policy, those of the rulebook first. */
export function rulesOf(policy: Policy): readonly StatedRule[] {
  const asks = asksByRule(policy)
  const refusals = refusalsByRule(policy)
  return idsOf(policy).map((id) => {
    const { text = '', origin, quotes = [] } = entryOf(policy, id)
    return {
      id,
      text,
      ...(origin && { origin }),
      quotes,
      readings: policy.readings.filter(({ rule }) => rule === id).map((reading) => reading.text),
      asks: asks.get(id) ?? [],
      refusals: refusals.get(id) ?? [],
    }
  })
}

/** The rules that hold on every platform. */
export const platformWide: readonly StatedRule[] = platformRules.map(({ id, text, more }) => ({
  id,
  text,
  origin: 'platform',
  more,
  quotes: [],
  readings: [],
  asks: [],
  refusals: [],
}))

/** The ids of all rules, those of the rulebook first. */
const idsOf = (policy: Policy): readonly string[] => [
  ...new Set([
    ...Object.keys(policy.rulebook ?? {}),
    ...rulePlaces(policy)
      .map(({ id }) => id)
      .toSorted(),
  ]),
]

/** What refuses in words of its own. */
const refusing = ({ guards, invariants, roles, hardened }: Policy) => [
  ...(hardened ? [hardened] : []),
  ...invariants.map(({ rule, text }) => ({ rule, text })),
  ...guards.map(({ rule, text }) => ({ rule, text })),
  ...roles.flatMap(({ unassignable }) =>
    unassignable ? [{ rule: unassignable.rule, text: unassignable.text }] : [],
  ),
]

/** The rule in the rulebook, or else in the first place that states it. */
function entryOf(policy: Policy, id: string): Partial<NonNullable<Policy['rulebook']>[string]> {
  const { rulebook = {}, rules, visibility, readings } = policy
  if (Object.hasOwn(rulebook, id)) return rulebook[id] ?? {}
  const asked = [...Object.values(rules), ...Object.values(visibility)]
  const stated = asked.find((rule) => rule.id === id) ?? readings.find(({ rule }) => rule === id)
  return stated ?? refusing(policy).find(({ rule }) => rule === id) ?? {}
}
