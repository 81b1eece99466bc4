import { checkNumber, checkOptions, type Checks } from '../core/base/check.ts'
import { printable } from '../core/base/printable.ts'
import type { Alternative, Decision } from '../generated/models.ts'
import type { APIError } from './api-error.ts'
import { byText, callText } from './denial-message.ts'

/** Options of `denialText` and of `PermissionDeniedError.explain`. */
export interface ExplainOptions {
  /** Columns of a line. Calls are never broken, so that they can be copied. Default: 80. */
  width?: number | null | undefined
}

/** A label and its text, if there is one. */
type Row = readonly [label: string, text: string | undefined | 0 | false]

const checks: Checks<ExplainOptions> = { width: checkNumber('a number', () => true) }

// The column of the texts: no label is longer than nine characters.
const margin = 10

/**
 * A decision as plain text, each part on a line with its label: the call, the rule, the reason, and
 * for each remedy what is missing, its calls, and who may make them.
 *
 * @param decision - The answer of `client.can`, or the `decision` of a `PermissionDeniedError`.
 * @throws RolecallError if an option is unknown or of the wrong type.
 * @example
 * import { createClient, denialText } from 'rolecall'
 *
 * const client = createClient()
 * const decision = await client.can('teams.create', { key: 'quality' })
 * if (!decision.allowed) console.log(denialText(decision))
 * // denied    teams.create
 * // rule      AD-05, 403 permission_denied
 * // because   teams.create needs admin:manage_teams held in team admin. You hold it
 * //           only in team research.
 * // missing   admin:manage_teams held in team admin
 * // have      {"member":false,"heldIn":["research"]}
 * // remedy 1  users.update("lead@acme.test", {"teams":{"admin":"platform_admin"}})
 * //           by admin@acme.test or platform@acme.test or deputy@acme.test
 */
export function denialText(decision: Decision, options: ExplainOptions = {}): string {
  const answer = { yes: 'allowed', no: 'denied', depends: 'depends' }[decision.outcome]
  return layOut([[answer, decision.action], ...decisionRows(decision)], options)
}

/** The text of a denied call, with the id of its request. */
export function explain(
  { message, requestId, decision }: APIError & { readonly decision: Decision | undefined },
  options: ExplainOptions,
): string {
  const rows = decisionRows({ text: message, ...decision })
  return layOut([['denied', decision?.action], ...rows, ['request', requestId]], options)
}

/** What a decision says below its heading. Servers may say less than all of it. */
export function decisionRows(decision: Partial<Decision>): readonly Row[] {
  const { rule, status, code, text, moreAlternatives, final } = decision
  const alternatives: readonly Partial<Alternative>[] = decision.alternatives ?? []
  return [
    ['rule', rule && status ? `${rule}, ${status} ${code}` : rule],
    ['because', text],
    ...alternatives.flatMap(({ missing = [], calls = [], refusal }, at) => [
      ...missing.flatMap(({ text: lack, have }): Row[] => [
        // The first sentence alone, where the reason has the whole already.
        ['missing', text?.includes(lack) ? lack.split('. ')[0] : lack],
        ['have', JSON.stringify(have)],
      ]),
      ...calls.flatMap((call, step): Row[] => [
        [step ? 'then' : `remedy ${at + 1}`, callText(call)],
        ['', byText(call)],
      ]),
      ['even then', refusal && `${refusal.status} ${refusal.code}: ${refusal.text}`] as const,
    ]),
    ['more', moreAlternatives && `${moreAlternatives} alternatives not listed`],
    ['no remedy', final !== text && final],
  ]
}

function layOut(rows: readonly Row[], options: ExplainOptions): string {
  checkOptions<ExplainOptions>('options', options, checks)
  const width = options.width ?? 80
  // A call, a line of at most that width, or a longer word.
  const lines = new RegExp(`^[\\w.]+\\(.+|.{1,${Math.max(20, width - margin)}}(?!\\S)|\\S+`, 'g')
  return rows
    .flatMap(([label, text]) =>
      (printable(text || '').match(lines) ?? []).map(
        (line, at) => (at ? '' : label).padEnd(margin) + line.trim(),
      ),
    )
    .join('\n')
}
