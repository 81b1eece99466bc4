import type { Policy, Weighing } from '../policy/index.ts'
import type { Coverage } from './coverage.ts'
import { coverageOf } from './coverage-of.ts'
import type { Seen, SeenOfPolicy } from './seen.ts'

/** Records what is seen of one policy. */
export class CoverageRecord implements SeenOfPolicy {
  readonly policy: Policy
  isHardened = false
  readonly operations = new Map<string, Seen>()
  readonly rules = new Map<string, Seen>()
  readonly leaves = new Map<string, Seen>()

  constructor(policy: Policy) {
    this.policy = policy
  }

  coverage(): Coverage {
    return coverageOf(this)
  }

  addWeighing({ rules }: Weighing): void {
    for (const { rule, outcome, leaves } of rules) {
      if (outcome !== 'depends') add(this.rules, rule, outcome === 'yes')
      for (const leaf of leaves) {
        if (leaf.outcome !== 'depends') add(this.leaves, leaf.at, leaf.outcome === 'yes')
      }
    }
  }

  addRule(id: string, isAllowed: boolean): void {
    add(this.rules, id, isAllowed)
  }

  addOperation(operation: string, isAllowed: boolean): void {
    add(this.operations, operation, isAllowed)
  }
}

function add(counts: Map<string, Seen>, key: string, isYes: boolean): void {
  let seen = counts.get(key)
  if (seen === undefined) counts.set(key, (seen = { yes: 0, no: 0 }))
  if (isYes) seen.yes += 1
  else seen.no += 1
}
