import type { Policy } from '../policy/language/policy.ts'
import { compare, type Judged, type PolicyChange, type Sides, sideOf } from './compare.ts'

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
 * Compares two policies for the same people and resources.
 *
 * @param emails - The users to compare. Default: all.
 * @param mostResources - How many resources to compare them for. Default: all.
 */
export function differences(
  before: Judged,
  after: Judged,
  emails: readonly string[] = [...before.world.users()].map(({ email }) => email),
  mostResources: number = Infinity,
): PolicyDiff {
  const sides: Sides = [sideOf(before, mostResources), sideOf(after, mostResources)]
  const policies = [before.compiled.policy, after.compiled.policy] as const
  const actions = actionsOf(policies)
  const [a, b] = policies
  return {
    changes: emails.flatMap((email) => actions.flatMap((action) => compare(sides, email, action))),
    sections: wholeSections.filter((name) => JSON.stringify(a[name]) !== JSON.stringify(b[name])),
  }
}

/** Every action of either policy: operations first, then actions that only rules name. */
export function actionsOf(policies: readonly Policy[]): readonly string[] {
  const operations = policies.flatMap((policy) => Object.keys(policy.changes))
  const rules = policies.flatMap((policy) => Object.keys(policy.rules))
  return [...new Set([...operations, ...rules])]
}

/** A comparison that is made when it is first read. */
export function lazily(compare: () => PolicyDiff): PolicyDiff {
  let made: PolicyDiff | undefined
  return {
    get changes() {
      return (made ??= compare()).changes
    },
    get sections() {
      return (made ??= compare()).sections
    },
  }
}
