import { operationsOn } from '../generated/contract.ts'
import type { AuditRecord } from '../log/audit.ts'
import type { Trace } from '../log/trace.ts'
import { type Refused, ruleOf } from '../message/refusal.ts'
import type { Platform } from '../platform/platform.ts'
import { namedBy, remember } from '../platform/remember.ts'
import { isEnforcementPoint } from '../policy/world/enforcement-point.ts'

/** The audit entry of a call; undefined for a call that leaves none. */
export function auditRecord(
  platform: Platform,
  { at, actor, operation, path = [], about, replayed }: Trace,
  status: number,
  refused: Refused | undefined,
): AuditRecord | undefined {
  // The audit is about people; an enforcement point is not one.
  if (actor === undefined || isEnforcementPoint(actor) || operation === undefined) return undefined
  // Reading the audit would make its next page longer, without end. A refused attempt is noted.
  if (operation === operationsOn.audit_entry.list && refused === undefined) return undefined
  const rule = refused && ruleOf(refused)
  return {
    entry: {
      at,
      actor: actor.id,
      email: actor.email,
      operation,
      allowed: refused === undefined,
      ...(replayed && { replayed }),
      status,
      ...(refused && { code: refused.code }),
      ...(rule !== undefined && { rule }),
    },
    about: about ?? namedBy(platform, { operation, args: path }),
    by: remember(platform, 'user', actor.id) ?? { type: 'user', id: actor.id, mayHide: false },
  }
}
