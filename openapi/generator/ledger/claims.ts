import { contract } from '../../../mocks/generated/contract.ts'
import { describeOperation } from '../../../mocks/policy/index.ts'
import { actionsOf } from '../../../mocks/policy/language/changes.ts'
import { kindActions } from '../../../mocks/policy/language/kind-actions.ts'
import type { Policy, Rule } from '../../../mocks/policy/language/policy.ts'
import { isNamedType } from '../../../mocks/policy/world/resources.ts'
import { type OperationId, operations } from '../../../src/generated/operations.ts'
import { effectText } from './effect-text.ts'

/** One thing that a policy enforces. */
export interface Unsourced {
  readonly part: string
  readonly text: string
  readonly rule: string
  /** Left out if the rulebook says it. */
  readonly origin?: Rule['origin']
}

/** What the policy enforces for an operation; undefined if it does not offer it. */
export function claimsOn(policy: Policy, operation: OperationId): readonly Unsourced[] | undefined {
  const needs = describeOperation(policy, operation)
  const changes = policy.changes[operation]
  if (needs === undefined || changes === undefined) return undefined
  const asked = [changes.always ?? [], ...Object.values(changes.keys ?? {})].flatMap(actionsOf)
  const ofKinds = kindActions(policy, changes).flatMap(({ action }) => action ?? [])
  return [
    ...merged(
      needs.map(({ part = '', text, ...rest }) => ({ ...rest, part, text: `needs ${text}` })),
    ),
    ...sights(policy, operation),
    ...refusals(policy, [operation, ...asked, ...ofKinds]),
    ...results(policy, operation),
    ...noted(policy, operation),
  ]
}

/** What hides the resources that the path names, or that the call acts inside. */
function sights(policy: Policy, operation: OperationId): readonly Unsourced[] {
  const { visibility, kinds } = policy
  const { references = [] } = contract[operation]
  const containers = references.flatMap(({ type, isContainer }) => (isContainer && type) || [])
  const types = new Set<string>([...operations[operation].parameters, ...containers])
  const ofKinds = Object.entries(types.has('artifact') ? kinds : {}).flatMap(
    ([kind, { see }]): readonly Unsourced[] => {
      const rule = see === undefined ? undefined : policy.rules[see]
      return rule === undefined ? [] : [sight(kind, rule)]
    },
  )
  const ofTypes = [...types].filter(isNamedType).flatMap((type): readonly Unsourced[] => {
    const rule = visibility[type]
    return rule === undefined ? [] : [sight(type, rule)]
  })
  return [...ofTypes, ...ofKinds]
}

const sight = (what: string, { id, text, origin }: Rule): Unsourced => ({
  part: `a ${what.replaceAll('_', ' ')} that the caller does not see`,
  text: `404: ${text}`,
  rule: id,
  origin,
})

/** Claims that say the same of several parts as one. */
function merged(claims: readonly Unsourced[]): readonly Unsourced[] {
  const groups = Map.groupBy(claims, ({ rule, origin, text }) => `${rule} ${origin} ${text}`)
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    const parts = [...new Set(group.map(({ part }) => part))]
    return first ? [{ ...first, part: parts.includes('') ? '' : parts.join(', ') }] : []
  })
}

/** What the current state forbids. */
export const refusals = ({ guards }: Policy, names: readonly string[]): readonly Unsourced[] =>
  guards
    .filter(({ on }) => on.some((one) => names.includes(one)))
    .map(({ rule, status, text }) => ({
      part: 'the current state',
      text: `${status}: ${text}`,
      rule,
    }))

/** What the call does in addition. */
export const results = ({ effects }: Policy, operation: string): readonly Unsourced[] =>
  effects
    .filter(({ on }) => on.includes(operation))
    .map((effect) => ({ part: 'in addition', text: effectText(effect.do), rule: effect.rule }))

/** Rules that the rulebook puts beside the operation, though no single requirement of it states them. */
const noted = ({ rulebook = {} }: Policy, operation: string): readonly Unsourced[] =>
  Object.entries(rulebook)
    .filter(([, { on = [] }]) => on.includes(operation))
    .map(([rule, { text }]) => ({ part: 'as well', text, rule }))
