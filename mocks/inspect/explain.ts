import type { Decision } from '../../src/generated/models.ts'
import { decideQuestion } from '../pipeline/access/decide-question.ts'
import type { Platform } from '../platform/platform.ts'
import type { UserRecord } from '../policy/language/records.ts'

/** A question about an action. */
export interface ActionQuestion {
  readonly action: string
  readonly resource: { readonly type: string; readonly id: string }
  /** The arguments of the call, if they are known. */
  readonly args?: readonly unknown[]
}

/**
 * The whole decision on an action, as the API makes it for a person who asks about themselves. Pass a fork:
 * the call is rehearsed there.
 */
export function explained(
  platform: Platform,
  actor: UserRecord,
  { action, resource, args }: ActionQuestion,
): Decision {
  const question = {
    subject: { type: 'user', id: actor.id },
    action: { name: action },
    resource,
    context: { rolecall: { ...(args && { args: [...args] }) } },
  }
  return decideQuestion({ platform, world: platform.world, actor }, question, true)
}
