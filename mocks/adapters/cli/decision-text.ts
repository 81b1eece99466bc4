import type { Alternative, Decision, Requirement } from '../../../src/index.ts'
import { bold, cyan, dim, good, bad } from './style.ts'
import { wrap } from './wrap.ts'
import { callText } from '../../../src/errors/denial-message.ts'
import { printable } from '../../../src/core/base/printable.ts'

const width = 80
const margin = 12
const people = new Intl.ListFormat('en', { type: 'disjunction' })

/** A decision for the terminal: the answer, its rule, the missing permissions, and the remedies. */
export function decisionText(decision: Decision, call: string, user: string): string {
  const { rule, text, alternatives, moreAlternatives, final } = decision
  return [
    `${answer(decision)}  ${bold(printable(call))} ${dim(printable(`as ${user}`))}`,
    ...(rule === '' ? [] : row('rule', ruleOf(decision))),
    ...(text === '' ? [] : row('because', text)),
    ...alternatives.flatMap((alternative, index) => remedy(index + 1, alternative)),
    ...(moreAlternatives === undefined
      ? []
      : row('more', `${moreAlternatives} alternatives not listed`)),
    ...(final === undefined || final === text ? [] : row('no remedy', final)),
  ].join('\n')
}

const answers = {
  yes: good('yes'),
  no: bad('no'),
  depends: bold('depends on the arguments'),
}

const answer = ({ outcome }: Decision): string => answers[outcome]

function ruleOf({ rule, status, code }: Decision): string {
  return status === undefined ? rule : `${rule}, ${status}${code === undefined ? '' : ` ${code}`}`
}

function remedy(number: number, { missing, calls, refusal }: Alternative): string[] {
  return [
    ...missing.flatMap(({ requirement, have, text }) => [
      ...row('missing', permissionIn(requirement) ?? text),
      ...row('have', JSON.stringify(have)),
    ]),
    ...calls.flatMap((call, step) => [
      ...row(step === 0 ? `remedy ${number}` : 'then', `${people.format(call.by)} may run`),
      `${' '.repeat(margin)}${cyan(printable(callText(call)))}`,
    ]),
    ...(refusal ? row('even then', `${refusal.status} ${refusal.code}: ${refusal.text}`) : []),
  ]
}

/** A missing permission in short, as `have` has the rest; undefined for other requirements. */
function permissionIn({ permission, in: place }: Requirement): string | undefined {
  if (permission === undefined || place === undefined) return permission
  if (place.type === 'organization') return `${permission} in the organization`
  return `${permission} in ${place.type} ${place.key ?? place.id}`
}

/** A label of at most nine characters, and its text, wrapped beside it. */
function row(label: string, text: string): string[] {
  return wrap(printable(text), width - margin).map((line, index) =>
    index === 0 ? `${dim(`  ${label}`.padEnd(margin))}${line}` : `${' '.repeat(margin)}${line}`,
  )
}
