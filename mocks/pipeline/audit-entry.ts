import { operationsOn } from '../generated/contract.ts'
import type { AuditRecord } from '../log/audit.ts'
import type { Trace } from '../log/trace.ts'
import type { Refused } from '../message/refusal.ts'
import type { Platform } from '../platform/platform.ts'
import { namedBy, remember } from '../platform/remember.ts'
import { isEnforcementPoint } from '../policy/world/enforcement-point.ts'

/** The call as the audit keeps it; undefined for one that leaves no line there. */
export function auditRecord(
  platform: Platform,
  { at, actor, operation, path = [], about, replayed }: Trace,
  status: number,
  refused: Refused | undefined,
): AuditRecord | undefined {
  // The audit is of what people did or tried: an enforcement point is nobody.
  if (actor === undefined || isEnforcementPoint(actor) || operation === undefined) return undefined
  // A look at the audit would make the next page longer, and so on without end. A refused look was tried.
  if (operation === operationsOn.audit_entry.list && refused === undefined) return undefined
  const rule = refused?.decision?.rule ?? refused?.rule
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
      ...(rule !== undefined && rule !== 'API' && { rule }),
    },
    about: about ?? namedBy(platform, { operation, args: path }),
    by: remember(platform, 'user', actor.id) ?? { type: 'user', id: actor.id, mayHide: false },
  }
}
