import { type OperationId, operations } from '../../src/generated/operations.ts'
import { contract } from '../generated/contract.ts'
import {
  describe,
  type Policy,
  type Possible,
  possibleOfLeaf,
  possibleOutcomes,
} from '../policy/index.ts'
import { perPolicy } from '../policy/language/per-policy.ts'
import { leavesIn } from '../policy/language/placed.ts'
import { isOperation } from '../policy/world/operations.ts'
import { pointerSteps } from '../shared/json-pointer.ts'
import { canonical, digest } from '../state/hash.ts'
import type { Coverage, LeafCoverage, OperationCoverage, RuleCoverage } from './coverage.ts'
import { rulesById } from './rules-by-id.ts'
import type { Seen, SeenOfPolicy } from './seen.ts'
import { totalsOf } from './totals.ts'

/** The coverage of a policy, from all that was seen of it. */
export function coverageOf(seen: SeenOfPolicy): Coverage {
  const { policy } = seen
  const { name, title } = policy
  const rows = {
    operations: operationsIn(seen),
    rules: rulesIn(seen),
    leaves: leavesOf(seen),
  }
  return {
    format: 'rolecall-coverage/1',
    policy: { name, title, digest: digestOf(policy) },
    ...rows,
    notOffered: decided.filter((one) => possibleOutcomes(policy, one) === undefined),
    totals: totalsOf(rows),
  }
}

const digestOf = perPolicy((policy: Policy) => digest(canonical(policy), 20))

/** The operations that policies decide: those that need a token. */
const decided: readonly OperationId[] = Object.keys(operations)
  .filter(isOperation)
  .filter((one) => contract[one].public !== true)

const none: Readonly<Seen> = { yes: 0, no: 0 }

const onlyOf = ({ allowed, denied }: Possible): Pick<OperationCoverage, 'only'> =>
  allowed === denied ? {} : { only: allowed ? 'allowed' : 'denied' }

const operationsIn = ({ policy, operations: seen }: SeenOfPolicy): readonly OperationCoverage[] =>
  decided.flatMap((operation) => {
    const can = possibleOutcomes(policy, operation)
    if (can === undefined) return []
    const { yes: allowed, no: denied } = seen.get(operation) ?? none
    return [{ operation, allowed, denied, ...onlyOf(can) }]
  })

const rulesIn = ({ policy, isHardened, rules: seen }: SeenOfPolicy): readonly RuleCoverage[] =>
  rulesById(policy, isHardened).map(({ can, ...rule }) => {
    const { yes: allowed, no: denied } = seen.get(rule.rule) ?? none
    return { ...rule, allowed, denied, ...onlyOf(can) }
  })

const leavesOf = ({ policy, leaves: seen }: SeenOfPolicy): readonly LeafCoverage[] =>
  leavesIn(policy).map((leaf) => {
    const { at, requirement } = leaf
    const { yes: met, no: unmet } = seen.get(at) ?? none
    const { allowed, denied } = possibleOfLeaf(policy, leaf)
    return {
      at,
      rule: ruleAt(policy, at),
      text: describe(policy, requirement),
      met,
      unmet,
      ...(allowed === denied ? {} : { only: allowed ? 'met' : 'unmet' }),
    }
  })

/** The id of the rule that has the leaf. */
function ruleAt({ rules, visibility }: Policy, at: string): string {
  const [section, key = ''] = pointerSteps(at)
  const visible = Object.entries(visibility).find(([type]) => type === key)?.[1]
  return (section === 'rules' ? rules[key] : visible)?.id ?? ''
}
