import { type OperationId, operations } from '../../../src/generated/operations.ts'
import { inSightOf } from '../../platform/sight.ts'
import { pathParametersOf } from '../../policy/world/operations.ts'
import { isNamedType } from '../../policy/world/resources.ts'
import type { UserRecord } from '../../policy/language/records.ts'
import type { AccessQuestion, AccessWork } from './question.ts'
import { wholeArgs } from './whole-args.ts'

/** What a question is about that leaves the body open. */
interface LeftOpen {
  readonly resource: AccessQuestion['resource']
  /** The artifact's action that its path names. */
  readonly run?: string
}

/**
 * What the arguments are about where they lack a body that the platform needs of this call, though the
 * API does not: `artifacts.run` takes none for some actions. Undefined for any other.
 */
export function leftOutBody(
  { platform: whole, actor }: AccessWork,
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
  // What is missing or hidden is answered as the call would be.
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
