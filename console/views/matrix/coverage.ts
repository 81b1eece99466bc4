import { isRecord } from '../../../src/core/base/kind-of.ts'
import type { Coverage } from '../../../mocks/control-client/index.ts'

/** With which answers something was seen. `uncounted`: no coverage has it, such as the API's own refusals. */
export type Seen = 'both' | 'allowed' | 'denied' | 'never' | 'uncounted'

/** How each is said in a cell. */
export const seenTexts: Readonly<Record<Seen, string>> = {
  both: 'seen both',
  allowed: 'seen allowed',
  denied: 'seen denied',
  never: 'not seen',
  uncounted: 'not counted',
}

/** How a coverage saw the rules and the operations. */
export interface SeenBy {
  readonly rule: (id: string) => Seen
  /** For an action that is no operation: `uncounted`. */
  readonly operation: (id: string) => Seen
}

/** Looks up rules and operations of a coverage. */
export function seenBy({ rules, operations }: Coverage): SeenBy {
  const byRule = new Map(rules.map((row) => [row.rule, seenOf(row)]))
  const byOperation = new Map<string, Seen>(operations.map((row) => [row.operation, seenOf(row)]))
  return {
    rule: (id) => byRule.get(id) ?? 'uncounted',
    operation: (id) => byOperation.get(id) ?? 'uncounted',
  }
}

/** How many operations and rules were seen with which answers: `Operations: 3 both, 2 never.` */
export const summaryOf = ({ rules, operations }: Coverage): readonly string[] => [
  `Operations: ${countsOf(operations)}.`,
  `Rules: ${countsOf(rules)}.`,
]

interface Row {
  readonly allowed: number
  readonly denied: number
}

const seenOf = ({ allowed, denied }: Row): Seen => {
  if (allowed > 0) return denied > 0 ? 'both' : 'allowed'
  return denied > 0 ? 'denied' : 'never'
}

function countsOf(rows: readonly Row[]): string {
  const seen = Map.groupBy(rows, seenOf)
  return (['both', 'allowed', 'denied', 'never'] as const)
    .map((one) => `${seen.get(one)?.length ?? 0} ${seenTexts[one]}`)
    .join(', ')
}

/**
 * Reads the file that the Vitest reporter writes, or a coverage by itself, and finds the one of a policy.
 *
 * @throws Error if it is neither, or has no coverage of the policy; the message says what it has.
 */
export function readReport(text: string, policy: string): Coverage {
  const found = coveragesIn(parsed(text))
  const one = found.find(({ policy: { name } }) => name === policy)
  if (one !== undefined) return one
  const names = found.map(({ policy: { name } }) => name).join(', ') || 'no policy'
  throw new Error(`The file has the coverage of ${names}; the policy in force is ${policy}.`)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Error('The file is no JSON. Choose the coverage.json of the Vitest reporter.')
  }
}

function coveragesIn(read: unknown): readonly Coverage[] {
  if (isCoverage(read)) return [read]
  if (isRecord(read) && read.format === 'rolecall-coverage-report/1' && isList(read.policies)) {
    if (read.policies.every(isCoverage)) return read.policies
  }
  throw new Error(
    'The file is no coverage of a policy. Choose the coverage.json of the Vitest reporter.',
  )
}

const isCoverage = (value: unknown): value is Coverage =>
  isRecord(value) &&
  value.format === 'rolecall-coverage/1' &&
  isRecord(value.policy) &&
  typeof value.policy.name === 'string' &&
  isRows(value.rules, 'rule') &&
  isRows(value.operations, 'operation')

const isRows = (value: unknown, name: string): boolean =>
  isList(value) &&
  value.every(
    (row) =>
      isRecord(row) &&
      typeof row[name] === 'string' &&
      typeof row.allowed === 'number' &&
      typeof row.denied === 'number',
  )

const isList: (value: unknown) => value is readonly unknown[] = Array.isArray
