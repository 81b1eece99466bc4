import type { RemedyCall } from '../../src/generated/models.ts'
import type { OperationId } from '../../src/generated/operations.ts'
import type { Platform } from '../platform/platform.ts'
import type { UserRecord } from '../policy/language/records.ts'
import { isOperation } from '../policy/world/operations.ts'
import { attempt, type Result } from './perform.ts'

/**
 * Runs the call of a remedy as the first of its helpers. If it has none, a stand-in runs it, so that the
 * result does not depend on whether there is one. Undefined if nobody may run it.
 */
export function runRemedy(
  platform: Platform,
  { operation, args, by: [name] }: RemedyCall,
): Result | undefined {
  if (!isOperation(operation)) return undefined
  const { world } = platform
  if (name === undefined) return runAsStandIn(platform, operation, args)
  const helper: UserRecord | undefined = world.user(name) ?? world.former(name)
  return helper && attempt(platform, { actor: helper, operation, args })
}

function runAsStandIn(
  platform: Platform,
  operation: OperationId,
  args: readonly unknown[],
): Result | undefined {
  const { compiled, store, world } = platform
  const { users, members } = store.tables
  const standIn = compiled.standIn(world, operation, args)
  if (!standIn) return undefined
  const { user: actor, entries } = standIn
  users.put(actor)
  for (const entry of entries) members.put(entry)
  const result = attempt(platform, { actor, operation, args })
  for (const { id } of entries) members.delete(id)
  users.delete(actor.id)
  return result
}
