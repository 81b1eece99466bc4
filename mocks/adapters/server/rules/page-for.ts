import type { Scenario } from '../../../policies/scenario.ts'
import type { Policy } from '../../../policy/language/policy.ts'
import { type RulePage, rulePage } from '../../../rule-pages/index.ts'
import { ConfigurationError } from '../../../shared/configuration-error.ts'
import { rulesPage } from './page.ts'

const made = new WeakMap<Policy, { readonly scenario: Scenario; readonly page: RulePage }>()

/** The page of the policy's rules, with examples of the scenario. */
export function pageFor(policy: Policy, scenario: Scenario, url: string): string {
  const known = made.get(policy)
  const page = known?.scenario === scenario ? known.page : makePage(policy, scenario)
  made.set(policy, { scenario, page })
  return rulesPage(page, url)
}

/** A policy that was put in force later may not fit the scenario. Its examples are those of an empty one. */
function makePage(policy: Policy, scenario: Scenario): RulePage {
  try {
    return rulePage(policy, scenario)
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error
    return rulePage(policy, 'empty')
  }
}
