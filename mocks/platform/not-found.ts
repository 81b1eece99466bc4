import type { OperationId } from '../../src/generated/operations.ts'
import { isRecord } from '../../src/core/base/kind-of.ts'
import { isEnforcementPoint } from '../policy/world/enforcement-point.ts'
import { pathParametersOf } from '../policy/world/operations.ts'
import { referencesOf } from '../policy/call/references.ts'
import type { UserRecord } from '../policy/language/records.ts'
import { quoted } from '../shared/quoted.ts'
import type { CallRequest } from './platform.ts'
import { refuse, type Refused } from '../message/refusal.ts'

/**
 * 404 for what the path names, or what the call is to make or list something in. It says the same of what does not exist and of what is hidden, and
 * names every argument of the path, so that nobody learns which one it was.
 */
export function notFound(
  request: CallRequest<OperationId>,
  hiddenReason: 'missing' | 'hidden',
): Refused {
  const text = `There is no ${namesIn(request)}, or none that you may see.`
  return refuse(404, 'not_found', text, { hiddenReason })
}

/** The same to somebody who asks what another’s call would be answered: they see what that other may not. */
export const notFoundOf = (
  request: CallRequest<OperationId>,
  hiddenReason: string,
  asker: UserRecord,
): string => notSeen(namesIn(request), hiddenReason === 'hidden', asker)

/** What is not there for `asker`, or is and hidden from whom they ask about. */
export function notSeen(names: string, isHidden: boolean, asker: UserRecord): string {
  if (isHidden) return `The subject may not see ${names}.`
  return isEnforcementPoint(asker)
    ? `There is no ${names}.`
    : `There is no ${names}, or none that you may see.`
}

function namesIn({ operation, args }: CallRequest<OperationId>): string {
  const names = pathParametersOf(operation)
    .map((name, index) => `${name} ${quoted(args[index])}`)
    .toReversed()
    .filter((_, index, all) => !(all.length > 1 && all[index]?.startsWith('name ')))
  const input = args.at(-1)
  const containers = referencesOf(operation, isRecord(input) ? input : undefined).flatMap(
    ({ isContainer, type, reference }) => (isContainer ? [`${type} ${quoted(reference)}`] : []),
  )
  return [...names, ...containers].join(' of ')
}
