import type { OperationId } from '../../src/generated/operations.ts'
import type { Platform } from '../platform/platform.ts'
import type { UserRecord } from '../policy/language/records.ts'
import { attemptBy } from './attempts.ts'
import { candidatesOf } from './candidates.ts'
import { Finds, type Found } from './finds.ts'

/** The most calls of an operation that are tried, each by everybody, and the most in a row without news. */
const most = { calls: 300, idle: 80 } as const

/**
 * Tries the calls of the operations, each by everybody, until each of the operation's rules has an example
 * that is allowed and one that is denied, or its calls are used up.
 *
 * @param rulesOf - The rules that a call of the operation may be refused by.
 */
export function search(
  platform: Platform,
  people: readonly UserRecord[],
  operations: readonly OperationId[],
  rulesOf: (operation: OperationId) => readonly string[],
): Finds {
  const finds = new Finds()
  const stock = { policy: platform.compiled.policy, world: platform.world }
  for (const operation of operations) {
    const rules = rulesOf(operation)
    const tryOut = attemptBy(platform, operation)
    let idle = 0
    for (const candidate of candidatesOf(stock, operation).slice(0, most.calls)) {
      const tried = people.map((actor): Found => ({
        ...tryOut(actor, candidate.args),
        operation,
        candidate,
      }))
      idle = finds.note(tried) ? 0 : idle + 1
      if (idle === most.idle || rules.every((rule) => finds.of(rule)?.isOneCall)) break
    }
  }
  return finds
}
