import type { Decision } from '../../src/generated/models.ts'
import type { OperationId } from '../../src/generated/operations.ts'
import type { Refused } from '../message/refusal.ts'
import { notFoundOf } from '../platform/not-found.ts'
import type { CallRequest, Platform } from '../platform/platform.ts'
import type { Asked } from '../operations/access/asked.ts'
import type { Reply } from '../platform/reply.ts'
import { hideNames, inSightOf } from '../platform/sight.ts'
import { cite } from '../policy/index.ts'
import type { UserRecord } from '../policy/language/records.ts'
import { admit } from './admit.ts'
import { explainDenial, explainRefusal } from './explain-denial.ts'
import { attempt, lookUp, perform } from './perform.ts'

const never = () => false

/**
 * Rehearses a call, and returns the decision for the asker. Runs the whole call in a transaction that is
 * never kept. Somebody else's call is rehearsed without resources that are hidden from the asker.
 */
export function rehearse(
  whole: Platform,
  request: CallRequest<OperationId>,
  explain: boolean,
  asker: UserRecord,
): Decision {
  const { actor, operation, args } = request
  const platform = inSightOf(whole, actor, asker)
  const { compiled, store, world } = platform
  const result = store.transaction(() => {
    hideNames(whole, actor, asker, args)
    return explain ? explainedOutcome(platform, request, asker) : attempt(platform, request)
  }, never)
  if (result.ok) return compiled.explain(world, compiled.bind(world, actor, operation, args), asker)
  if (result.decision !== undefined) return result.decision
  const { rule, status, code, hiddenReason } = result
  const text =
    hiddenReason === undefined || actor.id === asker.id
      ? result.text
      : notFoundOf(request, hiddenReason, asker)
  return {
    allowed: false,
    outcome: 'no',
    policy: compiled.policy.name,
    action: operation,
    ...cite(compiled.policy, rule),
    status,
    code,
    text,
    alternatives: [],
    // Without reasons, it is unknown whether a denial is final.
    ...(rule !== '' && { final: text }),
  }
}

/** The result of the call; a denial has its reasons. */
function explainedOutcome(
  platform: Platform,
  request: CallRequest<OperationId>,
  asker: UserRecord,
): Reply | Asked | Refused {
  const refused = admit(platform, request)
  if (refused !== undefined) return explainRefusal(platform, request, refused, asker)
  const named = lookUp(platform, request)
  if (!named.ok) return named
  const result = perform(platform, named)
  return 'denied' in result
    ? explainDenial({ platform, request, call: result.denied, asker })
    : result
}
