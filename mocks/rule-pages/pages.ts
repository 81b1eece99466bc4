import type { Scenario } from '../policies/scenario.ts'
import { createMock } from '../mock/create-mock.ts'
import { platformOf } from '../mock/state-of.ts'
import type { Platform } from '../platform/platform.ts'
import type { Policy } from '../policy/language/policy.ts'
import type { UserRecord } from '../policy/language/records.ts'
import { asksByRule } from '../rulebook/asks.ts'
import { rulesOf } from '../rulebook/rules.ts'
import { exampleFinder } from './find-examples.ts'
import { rulesOfEveryPlatform } from './of-every-platform.ts'
import type { RuleOnPage, RulePage } from './page.ts'

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
  const examplesOf = exampleFinder({ platform, people, scenario, asks: asksByRule(policy) })
  const own = rulesOf(policy).map((rule): RuleOnPage => ({
    ...rule,
    ...(hasExamples(rule.id) && examplesOf(rule.id)),
  }))
  return {
    policy: policy.name,
    title: policy.title,
    source: policy.source,
    scenario: typeof scenario === 'string' ? scenario : scenario.name,
    rules: [...own, ...rulesOfEveryPlatform(platform, people, hasExamples)],
  }
}

/** The people of the examples: those whom the scenario describes, or else its first users. */
function peopleOf({ personas, world }: Platform): readonly UserRecord[] {
  const described = personas.flatMap(({ user }) => world.user(user) ?? [])
  return described.length > 0 ? described : [...world.users()].slice(0, 12)
}
