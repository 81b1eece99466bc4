import type { Scenario } from '../policies/scenario.ts'
import { createMock } from '../mock/create-mock.ts'
import { platformOf } from '../mock/state-of.ts'
import type { Platform } from '../platform/platform.ts'
import type { Policy } from '../policy/language/policy.ts'
import { rulePlaces } from '../policy/language/rule-ids.ts'
import type { UserRecord } from '../policy/language/records.ts'
import { asksByRule } from './asks.ts'
import { exampleFinder } from './find-examples.ts'
import { rulesOfEveryPlatform } from './of-every-platform.ts'
import type { RuleOnPage, RulePage } from './page.ts'
import { refusalsByRule } from './refusals.ts'

/**
 * The rules of a policy for people to read: each with what asks it and what refuses by it, and a call of
 * the scenario that it allows and one that it denies. The same policy and scenario give the same page.
 *
 * @param hasExamples - Which rules have examples, by their ids: all by default. Looking for them takes a second.
 * @throws `ConfigurationError` if the policy or the scenario is wrong.
 */
export function rulePage(
  policy: Policy,
  scenario: string | Scenario,
  hasExamples: (id: string) => boolean = () => true,
): RulePage {
  const platform = platformOf(createMock({ policy, scenario }))
  const people = peopleOf(platform)
  const asks = asksByRule(policy)
  const refusals = refusalsByRule(policy)
  const examplesOf = exampleFinder({ platform, people, scenario, asks })
  const rules = idsOf(policy).map((id): RuleOnPage => {
    const { text = '', origin, quotes = [] } = entryOf(policy, id)
    return {
      id,
      text,
      ...(origin && { origin }),
      quotes,
      readings: policy.readings.filter(({ rule }) => rule === id).map((reading) => reading.text),
      asks: asks.get(id) ?? [],
      refusals: refusals.get(id) ?? [],
      ...(hasExamples(id) && examplesOf(id)),
    }
  })
  return {
    policy: policy.name,
    title: policy.title,
    source: policy.source,
    scenario: typeof scenario === 'string' ? scenario : scenario.name,
    rules: [...rules, ...rulesOfEveryPlatform(platform, people, hasExamples)],
  }
}

/** The people of the examples: those whom the scenario describes, or else its first users. */
function peopleOf({ personas, world }: Platform): readonly UserRecord[] {
  const described = personas.flatMap(({ user }) => world.user(user) ?? [])
  return described.length > 0 ? described : [...world.users()].slice(0, 12)
}

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
