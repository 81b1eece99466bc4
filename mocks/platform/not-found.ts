import type { OperationId } from '../../src/generated/operations.ts'
import { isRecord } from '../../src/core/base/kind-of.ts'
import { isEnforcementPoint } from '../policy/world/enforcement-point.ts'
import { pathParametersOf } from '../policy/world/operations.ts'
import { isNamedType } from '../policy/world/resources.ts'
import { referencesOf } from '../policy/call/references.ts'
import type { UserRecord } from '../policy/language/records.ts'
import { quoted } from '../shared/quoted.ts'
import type { CallRequest } from './platform.ts'
import { refuse, type Refused } from '../message/refusal.ts'

/**
 * 404 for a resource in the path, or for the container that a call creates or lists in. The text is the
 * same for missing and hidden ones, and has every argument of the path, so nobody learns which one it was.
 */
export function notFound(
  request: CallRequest<OperationId>,
  hiddenReason: 'missing' | 'hidden',
): Refused {
  const text = `There is no ${namesIn(request)}, or none that you may see.`
  return refuse(404, 'not_found', text, { hiddenReason })
}

/** The text for a person who asks about somebody else's call, and may see more. */
export const notFoundOf = (
  request: CallRequest<OperationId>,
  hiddenReason: string,
  asker: UserRecord,
): string => notSeen(namesIn(request), hiddenReason === 'hidden', asker)

/** The text about a resource that the asker can't see or, if hidden, that the subject can't see. */
export function notSeen(names: string, isHidden: boolean, asker: UserRecord): string {
  if (isHidden) return `The subject may not see ${names}.`
  return isEnforcementPoint(asker)
    ? `There is no ${names}.`
    : `There is no ${names}, or none that you may see.`
}

function namesIn({ operation, args }: CallRequest<OperationId>): string {
  const names = pathParametersOf(operation)
    .flatMap((name, index) => (isNamedType(name) ? [`${name} ${quoted(args[index])}`] : []))
    .toReversed()
  const input = args.at(-1)
  const containers = referencesOf(operation, isRecord(input) ? input : undefined).flatMap(
    ({ isContainer, type, reference }) => (isContainer ? [`${type} ${quoted(reference)}`] : []),
  )
  return [...names, ...containers].join(' of ')
}
