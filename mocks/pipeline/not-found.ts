import type { OperationId } from '../../src/generated/operations.ts'
import { isRecord } from '../../src/core/record.ts'
import { pathParametersOf } from '../policy/path-parameters.ts'
import { referencesOf } from '../policy/references.ts'
import { quoted } from '../quoted.ts'
import type { Request } from './platform.ts'
import { refuse, type Refused } from './refusal.ts'

/**
 * 404 for what the path names, or what the call is to make or list something in. It says the same of what does not exist and of what is hidden, and
 * names every argument of the path, so that nobody learns which one it was.
 */
export function notFound(
  { operation, args }: Request<OperationId>,
  hiddenReason: 'missing' | 'hidden',
): Refused {
  const names = pathParametersOf(operation)
    .map((name, index) => `${name} ${quoted(args[index])}`)
    .toReversed()
    .filter((_, index, all) => !(all.length > 1 && all[index]?.startsWith('name ')))
  const input = args.at(-1)
  const containers = referencesOf(operation, isRecord(input) ? input : undefined).flatMap(
    ({ isContainer, type, reference }) => (isContainer ? [`${type} ${quoted(reference)}`] : []),
  )
  const text = `There is no ${[...names, ...containers].join(' of ')}, or none that you may see.`
  return refuse(404, 'not_found', text, { hiddenReason })
}
