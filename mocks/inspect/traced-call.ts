import type { OperationId } from '../../src/generated/operations.ts'
import type { Platform } from '../platform/platform.ts'
import type { TracedRule } from '../policy/index.ts'
import type { UserRecord } from '../policy/language/records.ts'
import { lookUp } from '../pipeline/perform.ts'

/** A call with its caller. */
export interface ActorsCall {
  readonly actor: UserRecord
  readonly operation: OperationId
  readonly args: readonly unknown[]
}

/** Every rule that the call asks, with each part of it; none for a call that can't be read or is not offered. */
export function tracedCall(platform: Platform, call: ActorsCall): readonly TracedRule[] {
  const { compiled, world } = platform
  if (!compiled.offers(call.operation)) return []
  const named = lookUp(platform, call)
  return named.ok && named.sight !== 'missing' ? compiled.trace(world, named.call) : []
}
