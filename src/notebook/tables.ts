import { isRecord } from '../core/base/kind-of.ts'
import { RolecallError } from '../core/base/rolecall-error.ts'
import { callText } from '../errors/denial-message.ts'
import { PermissionDeniedError, UnprocessableEntityError } from '../errors/status-errors.ts'
import type { Alternative, Decision, PolicyMatrix } from '../generated/models.ts'
import { cellsOf, cellText } from './cell.ts'
import type { Table } from './table.ts'

/** The tables that show a value, whatever of the client's it is. */
export function tablesOf(value: unknown): readonly Table[] {
  if (value instanceof RolecallError) return tablesOfError(value)
  if (isDecision(value)) return tablesOfDecision(value)
  if (isMatrix(value)) return [tableOfMatrix(value)]
  if (isPage(value)) return [tableOfList(value.data, value.nextCursor !== null)]
  if (Array.isArray(value)) return [tableOfList(value, false)]
  return [isRecord(value) ? tableOfThing(value) : { rows: [[cellText(value)]] }]
}

/** A row for each item, a column for whatever any of them has. */
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
    return [told, ...tablesOfDecision(error.decision)]
  }
  if (error instanceof UnprocessableEntityError && error.errors.length > 0) {
    const rows = error.errors.map(({ pointer, message }) => [pointer, message])
    return [told, { columns: ['where', 'what is wrong'], rows }]
  }
  return [told]
}

/** What was decided, and each way to another decision. */
function tablesOfDecision(decision: Decision): readonly Table[] {
  const { outcome, action, rule, text, alternatives, moreAlternatives, final } = decision
  const answer = { yes: 'Allowed', no: 'Denied', depends: 'Depends on the arguments' }[outcome]
  const told: Table = {
    title: `${answer}: ${action}`,
    rows: cellsOf({
      rule,
      text,
      ...(moreAlternatives !== undefined && { moreAlternatives }),
      ...(final !== undefined && { final }),
    }),
  }
  const ways: readonly Partial<Alternative>[] = alternatives
  const calls = ways.flatMap(({ missing = [], calls = [] }, index) =>
    calls.map((call) => [
      `${index + 1}`,
      missing.map(({ text }) => text).join(' '),
      callText(call),
      call.by.join(', '),
    ]),
  )
  if (calls.length === 0) return [told]
  const columns = ['way', 'what is missing', 'call', 'who may run it']
  return [told, { title: 'What would allow it', columns, rows: calls }]
}

/** A row for each person, a column for each action, and in each cell the answer with its rule. */
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
