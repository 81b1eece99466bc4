import { printable } from '../../../src/core/base/printable.ts'
import { type Decision, denialText } from '../../../src/index.ts'
import { bad, bold, cyan, dim, good } from './style.ts'

const answers = {
  yes: good('yes'),
  no: bad('no'),
  depends: bold('depends on the arguments'),
}

/** A decision for the terminal: the answer, then what `denialText` says of it, in colours. */
export function decisionText(decision: Decision, call: string, user: string): string {
  const [, ...lines] = denialText(decision, { width: 78 }).split('\n')
  const { outcome, status, code } = decision
  const refusal = status === undefined ? '' : ` (${status} ${code})`
  const heading = `${answers[outcome]}  ${bold(printable(call))} ${dim(printable(`as ${user}${refusal}`))}`
  return [heading, ...lines.map(coloured)].join('\n')
}

function coloured(line: string): string {
  const [, label = '', text = ''] = /^(.{10})(.*)$/.exec(line) ?? []
  const isCall = /^(remedy|then)/.test(label)
  return `  ${dim(label)}${isCall ? cyan(text) : text}`
}
