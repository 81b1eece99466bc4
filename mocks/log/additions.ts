import type { AuditRecord } from './audit.ts'
import type { Kept } from './kept.ts'
import type { Mail } from './mail.ts'

/** What a call added to the log, beside its request. */
export interface Additions {
  readonly audit: AuditRecord[]
  readonly mails: Mail[]
  /** Kept answers, by their scope. */
  readonly kept: (readonly [scope: string, kept: Kept])[]
  /** Who could see resources that it deleted, by the resource's id. */
  readonly lastSeen: (readonly [id: string, users: ReadonlySet<string>])[]
}
