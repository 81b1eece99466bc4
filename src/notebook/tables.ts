import { isRecord } from '../core/base/kind-of.ts'
import { RolecallError } from '../core/base/rolecall-error.ts'
import { decisionRows } from '../errors/denial-rows.ts'
import { headingOf } from '../errors/denial-text.ts'
import { PermissionDeniedError, UnprocessableEntityError } from '../errors/status-errors.ts'
import type { Decision, PolicyMatrix } from '../generated/models.ts'
import { cellsOf, cellText } from './cell.ts'
import type { Table } from './table.ts'

/** The tables for any value of the client. */
export function tablesOf(value: unknown): readonly Table[] {
  if (value instanceof RolecallError) return tablesOfError(value)
  if (isDecision(value)) return [tableOfDecision(value)]
  if (isMatrix(value)) return [tableOfMatrix(value)]
  if (isPage(value)) return [tableOfList(value.data, value.nextCursor !== null)]
  if (Array.isArray(value)) return [tableOfList(value, false)]
  return [isRecord(value) ? tableOfThing(value) : { rows: [[cellText(value)]] }]
}

/** A row for each item, a column for each key of any item. */
function tableOfList(items: readonly unknown[], goesOn: boolean): Table {
  const rows = items.map((item) => new Map(isRecord(item) ? cellsOf(item) : [['', cellText(item)]]))
  const columns = [...new Set(rows.flatMap((cells) => [...cells.keys()]))]
  return {
    title: `${items.length} ${goesOn ? 'of a list that goes on' : 'in all'}`,
    columns,
    rows: rows.map((cells) => columns.map((column) => cells.get(column) ?? '')),
  }
}

const tableOfThing = (thing: Readonly<Record<string, unknown>>): Table => ({ rows: cellsOf(thing) })

function tablesOfError(error: RolecallError): readonly Table[] {
  const { name, message, problem: _, ...rest }: Record<string, unknown> = error.toJSON()
  const told: Table = {
    title: `${cellText(name)}: ${cellText(message)}`,
    rows: cellsOf(rest),
  }
  if (error instanceof PermissionDeniedError && error.decision) {
    return [told, tableOfDecision(error.decision)]
  }
  if (error instanceof UnprocessableEntityError && error.errors.length > 0) {
    const rows = error.errors.map(({ pointer, message }) => [pointer, message])
    return [told, { columns: ['where', 'what is wrong'], rows }]
  }
  return [told]
}

/** The lines of `denialText` as a table. */
function tableOfDecision(decision: Decision): Table {
  const answer = { yes: 'Allowed', no: 'Denied', depends: 'Depends on the arguments' }
  const [, asked] = headingOf(decision)
  const title = [answer[decision.outcome] ?? answer.no, asked].filter(Boolean).join(': ')
  return { title, rows: decisionRows(decision) }
}

/** A row for each person, a column for each action, in each cell the answer with its rule. */
function tableOfMatrix({ policy, personas, actions, cells }: PolicyMatrix): Table {
  const answers = new Map(
    cells.map(({ persona, action, outcome, rule }) => [
      `${persona} ${action}`,
      `${outcome} (${rule})`,
    ]),
  )
  return {
    title: `Who may do what, by the policy ${policy}`,
    columns: ['', ...actions],
    rows: personas.map(({ user, email, text }) => [
      text ? `${email}: ${text}` : email,
      ...actions.map((action) => answers.get(`${user} ${action}`) ?? ''),
    ]),
  }
}

const isDecision = (value: unknown): value is Decision =>
  isRecord(value) && typeof value.allowed === 'boolean' && Array.isArray(value.alternatives)

const isMatrix = (value: unknown): value is PolicyMatrix =>
  isRecord(value) && Array.isArray(value.personas) && Array.isArray(value.cells)

const isPage = (value: unknown): value is { data: readonly unknown[]; nextCursor: string | null } =>
  isRecord(value) && Array.isArray(value.data) && 'nextCursor' in value
