import type { Alternative, RemedyCall } from '../generated/models.ts'

/**
 * A call as it is written, for people to read and copy: `users.update("lead@acme.test", {"paused":false})`.
 *
 * @param call - The operation and its arguments, such as a remedy's call.
 * @example
 * import { callText } from 'rolecall'
 *
 * callText({ operation: 'teams.delete', args: ['legacy'] }) // teams.delete("legacy")
 */
export function callText({
  operation,
  args = [],
}: Pick<RemedyCall, 'operation'> & Partial<Pick<RemedyCall, 'args'>>): string {
  return operation && `${operation}(${args.map((arg) => JSON.stringify(arg)).join(', ')})`
}

/** Who can make a remedy's call, in a sentence. `undefined` if the server doesn't say. */
export const whoText = ({ by, selfService }: Partial<RemedyCall>): string | undefined =>
  selfService
    ? 'You can do this yourself.'
    : by?.[0] && `Ask ${by.join(', ').replace(/,(?!.*,)/, ' or')}.`

/** The refusal that is left after a remedy, in a sentence. */
export const refusalText = ({ status, code, text }: NonNullable<Alternative['refusal']>): string =>
  ['Even then', status, code && `${code}:`, text].filter(Boolean).join(' ')
