import { isOperation } from '../../mocks/policy/world/operations.ts'
import { callOf, type Question } from './situation.ts'
import { orRefused } from './surfaces/reply.ts'
import type { Cell } from './table.ts'
import type { Reply, Surface, Trial } from './trial.ts'

const expectedText = ({ allowed, denied }: Cell): string => (allowed ? 'yes' : `no, ${denied}`)

const gotText = ({ outcome, status, text }: Reply): string =>
  [outcome, status, text && `“${text}”`].filter(Boolean).join(', ')

const callText = (question: Question): string => {
  const call = callOf(question)
  return call ? `: ${call.operation} ${JSON.stringify(call.args)}` : ''
}

const line = (cell: Cell, { question, action }: Trial, surface: Surface, reply: Reply): string =>
  [
    `${cell.table} / ${cell.row.text} / ${cell.column} / ${surface.name}`,
    `  asked    ${action} of ${question.about.type} ${question.about.id}${callText(question)}`,
    `  expected ${expectedText(cell)}`,
    `  got      ${gotText(reply)}`,
  ].join('\n')

/** Whether a reply matches the cell. */
export const agrees = ({ allowed, denied }: Cell, { outcome, status }: Reply): boolean =>
  allowed ? outcome === 'yes' : outcome === 'no' && (status === undefined || status === denied)

/** The surface's reply to a call, if it differs from the table. */
export async function objectionToCall(
  cell: Cell,
  trial: Trial,
  surface: Surface,
): Promise<readonly string[]> {
  const reply = await surface.ask(trial)
  if (!reply) return []
  const told = reply.outcome === 'yes' || reply.status !== undefined
  return told && agrees(cell, reply) ? [] : [line(cell, trial, surface, reply)]
}

/**
 * The surface's reply about an action, if it differs from the table. An operation's answer may depend on
 * arguments; a permission's never does.
 */
export async function objectionToAction(
  cell: Cell,
  trial: Trial,
  surface: Surface,
): Promise<readonly string[]> {
  // A user without any right may not ask either.
  const reply = await orRefused(() => surface.ask(trial))
  if (!reply) return []
  if (reply.outcome === 'depends' && isOperation(trial.action)) return []
  const { outcome, text } = reply
  return agrees(cell, { outcome }) ? [] : [line(cell, trial, surface, { outcome, text })]
}
