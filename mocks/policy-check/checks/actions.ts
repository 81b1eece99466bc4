import type { OperationId } from '../../../src/generated/operations.ts'
import { contract, operationsOn } from '../../generated/contract.ts'
import { suggestion } from '../../shared/nearest.ts'
import { isOperation } from '../../policy/world/operations.ts'
import type { Policy } from '../../policy/language/policy.ts'
import { pointer } from '../../shared/json-pointer.ts'
import type { Finding } from '../problem.ts'
import { askedActionsIn } from './asked-actions.ts'
import { leavesIn } from '../../policy/language/placed.ts'

/** Finds unknown operations and keys, actions without a rule, and unused rules and permissions. */
export function actionProblems(policy: Policy): readonly Finding[] {
  return [
    ...unknownOperations(policy),
    ...unknownKeys(policy),
    ...missingRules(policy),
    ...unusedRules(policy),
    ...unusedPermissions(policy),
    ...unknownEvents(policy),
    ...withoutEvents(policy),
  ]
}

const unknownOperations = ({ changes }: Policy): readonly Finding[] =>
  Object.keys(changes)
    .filter((operation) => !isOperation(operation))
    .map((operation) => ({
      code: 'unknown_operation',
      pointer: pointer('changes', operation),
      message: `The API has no operation ${operation}.`,
      fix: suggestion(operation, Object.keys(contract), 'Remove it.'),
    }))

interface NamedKey {
  readonly key: string
  readonly at: string
}

const required = (keys: readonly string[], at: string): readonly NamedKey[] =>
  keys.map((key, index) => ({ key, at: at + pointer('required', index) }))

const unknownKeys = ({ changes, kinds }: Policy): readonly Finding[] => [
  ...Object.entries(changes).flatMap(([operation, { keys = {}, required: needed = [] }]) => {
    if (!isOperation(operation)) return []
    const at = pointer('changes', operation)
    const offered = Object.keys(keys).map((key) => ({ key, at: at + pointer('keys', key) }))
    return unknownOf(operation, [...offered, ...required(needed, at)])
  }),
  ...Object.entries(kinds).flatMap(([kind, { required: needed = [] }]) =>
    unknownOf(operationsOn.artifact.create, required(needed, pointer('kinds', kind))),
  ),
]

function unknownOf(operation: OperationId, named: readonly NamedKey[]): readonly Finding[] {
  const known = contract[operation].keys
  if (!known) return []
  return named
    .filter(({ key }) => !known.includes(key))
    .map(({ key, at }) => ({
      code: 'unknown_key',
      pointer: at,
      message: `${operation} has no key ${key}.`,
      fix: suggestion(key, known, `Its keys are ${known.join(', ')}.`),
    }))
}

const missingRules = (policy: Policy): readonly Finding[] =>
  askedActionsIn(policy)
    .filter(({ action }) => !Object.hasOwn(policy.rules, action))
    .map(({ at, action }) => ({
      code: 'missing_rule',
      pointer: at,
      message: `The action ${action} has no rule.`,
      fix: suggestion(action, Object.keys(policy.rules), `Add "${action}" to /rules.`),
    }))

/** Rules named like a permission are left out: access.evaluate can ask them. */
function unusedRules(policy: Policy): readonly Finding[] {
  const asked = new Set(askedActionsIn(policy).map(({ action }) => action))
  return Object.keys(policy.rules)
    .filter((action) => !asked.has(action) && !Object.hasOwn(policy.permissions, action))
    .map((action) => ({
      code: 'unused_rule',
      pointer: pointer('rules', action),
      message: `No call asks the action ${action}.`,
      fix: 'Ask it in /changes or /kinds, or remove it.',
    }))
}

function unusedPermissions(policy: Policy): readonly Finding[] {
  const required = leavesIn(policy).flatMap(({ requirement }) =>
    'permission' in requirement ? [requirement.permission] : [],
  )
  const used = new Set([...required, ...Object.keys(policy.rules)])
  return Object.keys(policy.permissions)
    .filter((permission) => !used.has(permission))
    .map((permission) => ({
      code: 'unused_permission',
      pointer: pointer('permissions', permission),
      message: `No rule requires ${permission}, so holding it allows nothing.`,
      fix: 'Require it in a rule, or remove it.',
    }))
}

/** Guards and effects that are on no operation. */
const withoutEvents = ({ guards, effects }: Policy): readonly Finding[] =>
  Object.entries({ guards, effects }).flatMap(([kind, listed]) =>
    listed.flatMap(({ on }, index): readonly Finding[] =>
      on.length > 0
        ? []
        : [
            {
              code: 'never_holds',
              pointer: pointer(kind, index, 'on'),
              message: `The ${kind.slice(0, -1)} never applies: it is on no operation.`,
              fix: 'Name the operations that it is on, or remove it.',
            },
          ],
    ),
  )

/** Unknown names of operations in guards and effects. Guards may also name actions. */
function unknownEvents(policy: Policy): readonly Finding[] {
  const operations = Object.keys(policy.changes)
  // access.evaluate can ask any rule, even one that no call asks.
  const actions = [...operations, ...Object.keys(policy.rules)]
  const awaited = [
    ...policy.guards.map(({ on }, index) => ({ on, at: pointer('guards', index), known: actions })),
    ...policy.effects.map(({ on }, index) => ({
      on,
      at: pointer('effects', index),
      known: [...operations, 'sign_up'],
    })),
  ]
  return awaited.flatMap(({ on, at, known }) =>
    on.flatMap((name, index): readonly Finding[] => {
      if (known.includes(name)) return []
      return [
        {
          code: 'unknown_action',
          pointer: at + pointer('on', index),
          message: `${name} never happens: the policy offers no such operation, and no operation asks such an action.`,
          fix: suggestion(name, known, 'Offer it in /changes, or remove it.'),
        },
      ]
    }),
  )
}
