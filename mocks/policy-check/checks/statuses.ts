import { isOperation } from '../../policy/world/operations.ts'
import type { Policy } from '../../policy/language/policy.ts'
import { codesOf } from '../../message/refusal.ts'
import { responsesOf } from '../../generated/validators.js'
import { pointer } from '../../shared/json-pointer.ts'
import type { Finding } from '../problem.ts'
import { caseListsIn } from './cases.ts'

/** Statuses that the API does not promise, and codes that are of another status. */
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
      message: `No ${status} has the code ${code}: it is told as ${known.at(-1)}, with ${code} as its reason.`,
      fix: `Use one of ${known.join(', ')}, or another status.`,
    },
  ]
}

/** The first operation that a guard is on, and whose answers have no such status. */
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
      message: `The API promises no ${status} of ${operation}.`,
      fix:
        promised.length === 0
          ? 'Guard another operation: nothing is in the way of this one.'
          : `Use ${promised.join(' or ')}.`,
    },
  ]
}
