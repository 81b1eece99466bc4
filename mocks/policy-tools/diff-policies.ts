import type { PolicyName } from '../../src/generated/policies.ts'
import { ConfigurationError } from '../shared/configuration-error.ts'
import { type Configuration, configure } from '../mock/configure.ts'
import type { Policy } from '../policy/language/policy.ts'
import type { Scenario } from '../policies/scenario.ts'
import { compare, type PolicyChange, type Side, type Sides, sideOf } from './compare.ts'
import { stageOf } from './stage.ts'

export type { PolicyChange } from './compare.ts'

/** The sections that are compared as a whole: they are the same for every user. */
const wholeSections = ['guards', 'invariants', 'effects'] as const

/** How two policies differ for the users and resources of a scenario. */
export interface PolicyDiff {
  /** The gains and losses, in order of users, actions and resources. */
  readonly changes: readonly PolicyChange[]
  /** Sections that differ as well. They apply to every user alike, so they are nobody's gain or loss. */
  readonly sections: readonly ('guards' | 'invariants' | 'effects')[]
}

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
  const sides: Sides = [
    sideOf(stageOf({ policy: started.policy, scenario: started.scenario })),
    otherSide(started, configure({ policy: after }).policy),
  ]
  const [a, b] = sides.map(({ stage }) => stage.compiled.policy)
  const emails = [...sides[0].stage.world.users()].map(({ email }) => email)
  const actions = actionsOf([a, b])
  return {
    changes: emails.flatMap((email) => actions.flatMap((action) => compare(sides, email, action))),
    sections: wholeSections.filter(
      (name) => JSON.stringify(a?.[name]) !== JSON.stringify(b?.[name]),
    ),
  }
}

/** The scenario under the other policy, which must have its roles and kinds. */
function otherSide({ policy: before, scenario }: Configuration, policy: Policy): Side {
  try {
    return sideOf(stageOf({ policy, scenario }))
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error
    throw new ConfigurationError(
      `${before.name} and ${policy.name} are compared for the same users and resources, and ${policy.name} cannot have those of ${before.name}. ${error.message} Compare two versions of one policy, or give a scenario that fits both.`,
      { cause: error },
    )
  }
}

/** Every action of either policy: operations first, then actions that only rules name. */
function actionsOf(policies: readonly (Policy | undefined)[]): readonly string[] {
  const operations = policies.flatMap((policy) => Object.keys(policy?.changes ?? {}))
  const rules = policies.flatMap((policy) => Object.keys(policy?.rules ?? {}))
  return [...new Set([...operations, ...rules])]
}
