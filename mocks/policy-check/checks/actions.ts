import type { OperationId } from '../../../src/generated/operations.ts'
import { contract, operationsOn } from '../../generated/contract.ts'
import { suggestion } from '../../shared/nearest.ts'
import { isOperation } from '../../policy/world/operations.ts'
import type { Policy } from '../../policy/language/policy.ts'
import { pointer } from '../../shared/json-pointer.ts'
import type { Finding } from '../problem.ts'
import { askedActionsIn } from './asked-actions.ts'
import { leavesIn } from './requirements.ts'

/** Operations and keys that the API lacks, actions without a rule, and rules that nothing asks for. */
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
      fix: suggestion(operation, Object.keys(contract), 'Take it out.'),
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
      message: `${operation} takes no ${key}.`,
      fix: suggestion(key, known, `It takes ${known.join(', ')}.`),
    }))
}

const missingRules = (policy: Policy): readonly Finding[] =>
  askedActionsIn(policy)
    .filter(({ action }) => !Object.hasOwn(policy.rules, action))
    .map(({ at, action }) => ({
      code: 'missing_rule',
      pointer: at,
      message: `It asks for ${action}, and no rule says what that needs.`,
      fix: suggestion(action, Object.keys(policy.rules), `Add "${action}" to /rules.`),
    }))

/** A rule of a permission's own name can be asked of access.evaluate. */
function unusedRules(policy: Policy): readonly Finding[] {
  const asked = new Set(askedActionsIn(policy).map(({ action }) => action))
  return Object.keys(policy.rules)
    .filter((action) => !asked.has(action) && !Object.hasOwn(policy.permissions, action))
    .map((action) => ({
      code: 'unused_rule',
      pointer: pointer('rules', action),
      message: `No call asks for ${action}.`,
      fix: 'Ask for it in /changes or /kinds, or take it out.',
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
      message: `No rule needs ${permission}: holding it allows nothing.`,
      fix: `Need it in a rule, or take it out.`,
    }))
}

/** Guards and effects that wait for nothing. */
const withoutEvents = ({ guards, effects }: Policy): readonly Finding[] =>
  Object.entries({ guards, effects }).flatMap(([kind, listed]) =>
    listed.flatMap(({ on }, index): readonly Finding[] =>
      on.length > 0
        ? []
        : [
            {
              code: 'never_holds',
              pointer: pointer(kind, index, 'on'),
              message: 'It never counts: it waits for nothing.',
              fix: 'Name the operations that it is on, or take it out.',
            },
          ],
    ),
  )

/** What guards and effects wait for: an operation, and of a guard an action too. */
function unknownEvents(policy: Policy): readonly Finding[] {
  const operations = Object.keys(policy.changes)
  // A rule that no call asks for can be asked of access.evaluate.
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
          message: `${name} never happens: no operation that is offered is it, or asks for it.`,
          fix: suggestion(name, known, 'Offer it in /changes, or take it out.'),
        },
      ]
    }),
  )
}
