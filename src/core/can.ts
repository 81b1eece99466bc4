import { PermissionDeniedError } from '../errors/status-errors.ts'
import type { Decision } from '../generated/models.ts'
import type { OperationId } from '../generated/operations.ts'
import type { Core } from './core.ts'
import { findOperation } from './operation.ts'
import { isRecord } from './record.ts'
import type { RequestOptions } from './request-options.ts'

interface Answer {
  decision: boolean
  context?: Partial<Decision>
}

/** Asks the platform whether it would allow a call now, arguments and all. */
export async function askWhether(
  core: Core,
  operation: OperationId,
  args: readonly unknown[],
  options?: RequestOptions,
): Promise<Decision> {
  const question = {
    subject: { type: 'user', id: 'me' },
    action: { name: operation },
    resource: resourceOf(operation, args),
    context: { explain: true, args: withoutTrailingGaps(args) },
  }
  try {
    const { decision, context } = await core.request<Answer>('access.evaluate', [question], options)
    return complete(operation, { ...context, allowed: decision })
  } catch (error) {
    // Who may ask nothing at all, a paused member for one, may not do this either.
    if (!(error instanceof PermissionDeniedError)) throw error
    const { status, code, message: text, decision } = error
    return complete(operation, { status, code, text, ...decision, allowed: false })
  }
}

/** The thing that the last path argument names; to create or list things, what holds them. */
function resourceOf(operation: OperationId, args: readonly unknown[]) {
  const { names } = findOperation(operation)
  const place = names.findLastIndex((name) => name !== 'name')
  const input = args[names.length]
  if (place >= 0) return { type: names[place], id: args[place] }
  return isRecord(input) && typeof input.project === 'string'
    ? { type: 'project', id: input.project }
    : { type: 'organization', id: 'current' }
}

function withoutTrailingGaps(args: readonly unknown[]): readonly unknown[] {
  return args.slice(0, args.findLastIndex((arg) => arg !== undefined) + 1)
}

// How much of a decision one is told is the server's choice.
function complete(action: string, known: Partial<Decision> & { allowed: boolean }): Decision {
  const outcome = known.allowed ? 'yes' : 'no'
  return { outcome, policy: '', action, rule: '', text: '', alternatives: [], ...known }
}
