import type { PolicyName } from '../../src/generated/policies.ts'
import { ConfigurationError } from '../shared/configuration-error.ts'
import { type Configuration, configure } from '../mock/configure.ts'
import type { Policy } from '../policy/language/policy.ts'
import type { Scenario } from '../policies/scenario.ts'
import { differences, type PolicyDiff } from '../policy-diff/differences.ts'
import { type Stage, stageOf } from './stage.ts'

export type { PolicyChange } from '../policy-diff/compare.ts'
export type { PolicyDiff } from '../policy-diff/differences.ts'

/**
 * Compares two policies, for every user, action and resource of a scenario.
 *
 * @param before - A policy of the package by its name, or your own.
 * @param after - The policy to compare it with, by name or your own.
 * @param scenario - The scenario, by name or your own. Default: the default scenario of `before`.
 * @throws {@link ConfigurationError} if a policy or scenario is unknown, or if `after` lacks a role or
 * kind that the scenario names.
 * @example
 * const stricter = { ...adaptive, rules: { ...adaptive.rules, 'teams.create': adaptive.rules['roles.create'] } }
 * for (const { user, change, action } of diffPolicies(adaptive, stricter).changes) {
 *   console.log(user, change, action)
 * }
 */
export function diffPolicies(
  before: PolicyName | Policy,
  after: PolicyName | Policy,
  scenario?: string | Scenario,
): PolicyDiff {
  if (before === undefined || after === undefined) {
    throw new ConfigurationError('diffPolicies compares two policies: give before and after.')
  }
  const started = configure({ policy: before, ...(scenario !== undefined && { scenario }) })
  const stage = stageOf({ policy: started.policy, scenario: started.scenario })
  return differences(stage, otherStage(started, configure({ policy: after }).policy))
}

/** The scenario under the other policy, which must have its roles and kinds. */
function otherStage({ policy: before, scenario }: Configuration, policy: Policy): Stage {
  try {
    return stageOf({ policy, scenario })
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error
    throw new ConfigurationError(
      `${before.name} and ${policy.name} are compared for the same users and resources, and ${policy.name} cannot have those of ${before.name}. ${error.message} Compare two versions of one policy, or give a scenario that fits both.`,
      { cause: error },
    )
  }
}
