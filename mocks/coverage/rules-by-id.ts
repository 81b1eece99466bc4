import { type Policy, type Possible, possibleOf } from '../policy/index.ts'
import { pointer } from '../shared/json-pointer.ts'

/** A rule, guard or invariant, or several of one id. */
export interface RuleOfId {
  readonly rule: string
  readonly text: string
  readonly at: readonly string[]
  readonly can: Possible
}

const both: Possible = { allowed: true, denied: true }

/** All rules, guards and invariants of the policy that have an id. */
export function rulesById(policy: Policy, isHardened: boolean): readonly RuleOfId[] {
  const { rules, visibility, guards, invariants, hardened } = policy
  const all: RuleOfId[] = [
    ...Object.entries(rules).map(([action, { id, text, require }]) =>
      one(id, text, pointer('rules', action), possibleOf(require)),
    ),
    ...Object.entries(visibility).map(([type, { id, text, require }]) =>
      one(id, text, pointer('visibility', type), possibleOf(require)),
    ),
    ...guards.map(({ rule, text }, index) => one(rule, text, pointer('guards', index), both)),
    ...invariants.map(({ rule, text }, index) =>
      one(rule, text, pointer('invariants', index), both),
    ),
    ...(isHardened && hardened ? [one(hardened.rule, hardened.text, '/hardened', both)] : []),
  ]
  const byId = Map.groupBy(all, ({ rule }) => rule)
  return [...byId].map(([rule, several]) => ({
    rule,
    text: several[0]?.text ?? '',
    at: several.flatMap(({ at }) => at),
    can: {
      allowed: several.some(({ can }) => can.allowed),
      denied: several.some(({ can }) => can.denied),
    },
  }))
}

const one = (rule: string, text: string, at: string, can: Possible): RuleOfId => ({
  rule,
  text,
  at: [at],
  can,
})
