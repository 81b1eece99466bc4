import { check, checkNumber, checkOptions, type Checks, must } from '../core/base/check.ts'
import { isRecord, kindOf } from '../core/base/kind-of.ts'
import { printable } from '../core/base/printable.ts'
import type { Decision } from '../generated/models.ts'
import type { APIError } from './api-error.ts'
import { decisionRows, type Row, type Told } from './denial-rows.ts'

/** Options of `PermissionDeniedError.explain`. */
export interface ExplainOptions {
  /** Columns of a line. Calls are never broken, so that they can be copied. Default: 80. */
  width?: number | null | undefined
}

/** Options of `denialText`. */
export interface DenialTextOptions extends ExplainOptions {
  /** The caller, for the first line: `denied    teams.create for lead@acme.test`. Default: not named. */
  user?: string | null | undefined
}

const checks: Checks<ExplainOptions> = { width: checkNumber('a number', () => true) }

/**
 * A decision as plain text, each part on a line with its label: the call, the rule, the reason, and
 * for each remedy its calls, who can make them, and what they give beyond the call.
 *
 * @param decision - The answer of `client.can`, or the `decision` of a `PermissionDeniedError`.
 * @throws RolecallError if `decision` is no decision, or an option is unknown or of the wrong type.
 * @example
 * import { createClient, denialText } from 'rolecall'
 *
 * const client = createClient()
 * const decision = await client.can('teams.create', { key: 'quality' })
 * if (!decision.allowed) console.log(denialText(decision, { user: 'lead@acme.test' }))
 * // denied    teams.create for lead@acme.test (403 permission_denied)
 * // rule      AD-05: Only members of team Admin whose role includes “Manage teams”
 * //           create, change and delete teams.
 * // because   teams.create needs “Manage teams” (admin:manage_teams) in team Admin.
 * //           You hold it only in team Research.
 * // remedy 1  users.update("lead@acme.test", {"teams":{"admin":"platform_admin"}})
 * //           Ask admin@acme.test, platform@acme.test or deputy@acme.test.
 * //           You also get 4 more permissions in team Admin.
 */
export function denialText(decision: Decision, options: DenialTextOptions = {}): string {
  const textChecks: Checks<DenialTextOptions> = { user: check('text', isText), ...checks }
  if (!isRecord(decision)) throw must("denialText's decision", 'a decision', kindOf(decision))
  checkOptions<DenialTextOptions>('options', options, textChecks)
  const { user, ...rest } = options
  const [answer, asked] = headingOf(decision, user)
  const rows = decisionRows(decision)
  if (!asked) return [answer, layOut(rows, rest)].filter(Boolean).join('\n')
  return layOut([[answer, asked], ...rows], rest)
}

const isText = (value: unknown) => typeof value === 'string'

/** The answer, what it answers and, of a denial, its status. */
export function headingOf(decision: Told, user?: string | null): Row {
  const { allowed, outcome = allowed ? 'yes' : 'no', action, status, code } = decision
  const answer = { yes: 'allowed', no: 'denied', depends: 'depends' }[outcome]
  const refusal = [status, code].filter(Boolean).join(' ')
  const parts = [action, user && `for ${user}`, refusal && `(${refusal})`]
  return [answer, parts.filter(Boolean).join(' ')]
}

/** The text of a denied call, with the id of its request. */
export function explain(
  { status, code, problem, message, requestId = '' }: APIError,
  decision: Told = {},
  options: ExplainOptions,
): string {
  return layOut(
    [
      ['denied', `${decision.action ?? ''} (${status} ${code})`],
      ...decisionRows({ text: problem?.detail ?? message, ...decision }),
      ['request', requestId],
    ],
    options,
  )
}

function layOut(rows: readonly Row[], options: ExplainOptions): string {
  checkOptions<ExplainOptions>('options', options, checks)
  // The column of the texts: no label is longer than nine characters.
  const margin = 10
  const width = options.width ?? 80
  // A call, a line of at most that width, or a longer word.
  const lines = new RegExp(`^[\\w.]+\\(.+|.{1,${Math.max(20, width - margin)}}(?!\\S)|\\S+`, 'g')
  return rows
    .flatMap(([label, text]) =>
      (printable(text).match(lines) ?? []).map(
        (line, at) => (at ? '' : label).padEnd(margin) + line.trim(),
      ),
    )
    .join('\n')
}
