import { isOperation } from '../../policy/world/operations.ts'
import type { Policy } from '../../policy/language/policy.ts'
import { codesOf } from '../../message/refusal.ts'
import { responsesOf } from '../../generated/validators.js'
import { pointer } from '../../shared/json-pointer.ts'
import type { Finding } from '../problem.ts'
import { caseListsIn } from './cases.ts'

/** Finds statuses that the API does not document, and codes of another status. */
export const statusProblems = (policy: Policy): readonly Finding[] => [
  ...policy.guards.flatMap((guard, index) => [
    ...wrongCode(guard, pointer('guards', index)),
    ...unpromised(policy, guard, pointer('guards', index, 'status')),
  ]),
  ...policy.invariants.flatMap((one, index) => wrongCode(one, pointer('invariants', index))),
  ...policy.roles.flatMap(({ unassignable }, index) =>
    unassignable
      ? wrongCode({ status: 422, ...unassignable }, pointer('roles', index, 'unassignable'))
      : [],
  ),
]

function wrongCode(
  { status, code }: { readonly status: number; readonly code: string },
  at: string,
): readonly Finding[] {
  const known: readonly string[] = codesOf(status)
  if (known.includes(code)) return []
  return [
    {
      code: 'wrong_code',
      pointer: at + pointer('code'),
      message: `No ${status} has the code ${code}: the answer has the code ${known.at(-1)} and the reason ${code}.`,
      fix: `Use one of ${known.join(', ')}, or another status.`,
    },
  ]
}

/** Reports the first operation of a guard whose documented answers lack the status. */
function unpromised(
  policy: Policy,
  { on, status }: Policy['guards'][number],
  at: string,
): readonly Finding[] {
  const asking = caseListsIn(policy)
    .filter(({ cases }) => cases.some(({ one }) => on.includes(one.ask)))
    .map(({ operation }) => operation)
  const operation = [...on, ...asking]
    .filter(isOperation)
    .find((one) => responsesOf(one)[status] === undefined)
  if (operation === undefined) return []
  const promised = [409, 410, 422].filter((one) => responsesOf(operation)[one] !== undefined)
  return [
    {
      code: 'unpromised_status',
      pointer: at,
      message: `The API documents no ${status} for ${operation}.`,
      fix:
        promised.length === 0
          ? 'Guard another operation: the API documents no refusal of this one.'
          : `Use ${promised.join(' or ')}.`,
    },
  ]
}
