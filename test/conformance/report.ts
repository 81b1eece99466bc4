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

/** Whether a reply is what the cell says. */
export const agrees = ({ allowed, denied }: Cell, { outcome, status }: Reply): boolean =>
  allowed ? outcome === 'yes' : outcome === 'no' && (status === undefined || status === denied)

/** What a surface says of a call, when it is not what the table says. */
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
 * What a surface says of an action, when it is not what the table says. An operation’s answer may
 * depend on arguments; a permission’s never does.
 */
export async function objectionToAction(
  cell: Cell,
  trial: Trial,
  surface: Surface,
): Promise<readonly string[]> {
  // Who may do nothing at all may not ask either.
  const reply = await orRefused(() => surface.ask(trial))
  if (!reply) return []
  if (reply.outcome === 'depends' && isOperation(trial.action)) return []
  const { outcome, text } = reply
  return agrees(cell, { outcome }) ? [] : [line(cell, trial, surface, { outcome, text })]
}
