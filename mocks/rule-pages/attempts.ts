import type { OperationId } from '../../src/generated/operations.ts'
import type { Decision } from '../../src/index.ts'
import { wholeArgs } from '../pipeline/access/whole-args.ts'
import { attempt } from '../pipeline/perform.ts'
import { rehearse } from '../pipeline/rehearse.ts'
import type { Refused } from '../message/refusal.ts'
import type { Platform } from '../platform/platform.ts'
import type { Weighing } from '../policy/index.ts'
import type { UserRecord } from '../policy/language/records.ts'

/** What became of a call that was tried, and never kept. */
export interface Attempt {
  readonly actor: UserRecord
  readonly args: readonly unknown[]
  readonly isAllowed: boolean
  /** The rule that refused it; empty if none did. */
  refusedBy(): string
  /** The rules that it asked, and those of the guards that it passed or met. */
  asked(): readonly string[]
}

/** Tries calls of an operation. Nothing of them is kept. */
export const attemptBy =
  (platform: Platform, operation: OperationId) =>
  (actor: UserRecord, args: readonly unknown[]): Attempt => {
    const { compiled, store, world } = platform
    const whole = wholeArgs(operation, args)
    const weigh = () => compiled.weigh(world, compiled.bind(world, actor, operation, whole))
    const result = store.transaction(
      () => attempt(platform, { actor, operation, args: whole }),
      () => false,
    )
    return {
      actor,
      args,
      isAllowed: result.ok,
      refusedBy: () => (result.ok ? '' : refuserOf(result, weigh)),
      asked: () => {
        const { rules, guards } = weigh()
        return [...rules.map(({ rule }) => rule), ...guards]
      },
    }
  }

/** A denial names its rule once it is explained, and one of sight never does. */
function refuserOf(
  { rule, status, hiddenReason }: Pick<Refused, 'rule' | 'status' | 'hiddenReason'>,
  weigh: () => Weighing,
): string {
  if (rule !== '' && (status !== 404 || hiddenReason === undefined)) return rule
  return weigh().rules.find(({ outcome }) => outcome !== 'yes')?.rule ?? rule
}

/** The decision on a call, as its caller is told. */
export const decisionOn = (
  platform: Platform,
  operation: OperationId,
  { actor, args }: Pick<Attempt, 'actor' | 'args'>,
): Decision =>
  rehearse(platform, { actor, operation, args: wholeArgs(operation, args) }, true, actor)
