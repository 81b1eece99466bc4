import { type OperationId, operations } from '../../../src/generated/operations.ts'
import { inSightOf } from '../../platform/sight.ts'
import { pathParametersOf } from '../../policy/world/operations.ts'
import { isNamedType } from '../../policy/world/resources.ts'
import type { UserRecord } from '../../policy/language/records.ts'
import type { AccessQuestion } from '../../operations/access/asked.ts'
import type { Asker } from './asker.ts'
import { wholeArgs } from './whole-args.ts'

/** The subject of a question that leaves out the body. */
interface LeftOpen {
  readonly resource: AccessQuestion['resource']
  /** The action of the artifact, from the path. */
  readonly run?: string
}

/**
 * Finds the resource of a call that lacks its body, where the platform needs one and the API does not:
 * `artifacts.run` needs a body for some actions only. Undefined for any other call.
 */
export function leftOutBody(
  { platform: whole, actor }: Asker,
  person: UserRecord,
  operation: OperationId,
  args: readonly unknown[],
): LeftOpen | undefined {
  const names = pathParametersOf(operation)
  const body = args[names.length] ?? undefined
  if (operations[operation].input !== 'body' || body !== undefined) return undefined
  const { compiled, world } = inSightOf(whole, person, actor)
  const path = wholeArgs(operation, args)
  const call = compiled.bind(world, person, operation, path)
  // A rehearsal answers calls about missing or hidden resources.
  if (call.missing.length > 0 || !compiled.sees(world, person, call.resources)) return undefined
  if (compiled.requiredKeysMissing(call).length === 0) return undefined
  const place = names.findLastIndex(isNamedType)
  const type = names[place] ?? 'organization'
  const { run } = call
  return {
    resource: { type, id: String(path[place] ?? 'current') },
    ...(run !== undefined && { run }),
  }
}
