import { PermissionDeniedError } from '../errors/status-errors.ts'
import type { Decision, EvaluationRequest } from '../generated/models.ts'
import type { AccessClient } from '../generated/resources/access.ts'
import type { Arguments } from './arguments.ts'
import { pathArguments } from './path-arguments.ts'
import { isRecord } from './record.ts'

/** Asks the platform whether it would allow a call now, arguments and all. */
export async function askWhether(
  access: Pick<AccessClient, 'evaluate'>,
  action: string,
  args: Arguments,
): Promise<Decision> {
  const question = {
    subject: { type: 'user', id: 'me' },
    action: { name: action },
    resource: resourceOf(action, args),
    context: { explain: true, args: withoutTrailingGaps([...args.path, args.input]) },
  }
  try {
    const { decision, context } = await access.evaluate(question, args.options)
    return complete(action, { ...context, allowed: decision })
  } catch (error) {
    // Who may ask nothing at all, a paused member for one, may not do this either.
    if (!(error instanceof PermissionDeniedError)) throw error
    const { status, code, message: text, decision } = error
    return complete(action, { status, code, text, ...decision, allowed: false })
  }
}

/** The thing that the last path argument names; to create or list things, what holds them. */
function resourceOf(
  action: string,
  { names, path, input }: Arguments,
): EvaluationRequest['resource'] {
  const type = names.findLast((name) => name !== 'name')
  if (type) return { type, id: pathArguments(action, names, path)[type] ?? '' }
  return isRecord(input) && typeof input.project === 'string'
    ? { type: 'project', id: input.project }
    : { type: 'organization', id: 'current' }
}

function withoutTrailingGaps(args: readonly unknown[]): unknown[] {
  return args.slice(0, args.findLastIndex((arg) => arg !== undefined) + 1)
}

// How much of a decision one is told is the server's choice.
function complete(action: string, known: Partial<Decision> & { allowed: boolean }): Decision {
  const outcome = known.allowed ? 'yes' : 'no'
  return { outcome, policy: '', action, rule: '', text: '', alternatives: [], ...known }
}
