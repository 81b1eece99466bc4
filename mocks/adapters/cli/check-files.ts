import { builtIn } from '../../policies/built-in.ts'
import { checkPolicy } from '../../policy-check/check-policy.ts'
import type { PolicyProblem, PolicyProblemSeverity } from '../../policy-check/problem.ts'
import type { Given } from './command.ts'
import { jsonText, readFormat } from './format/format.ts'
import { isPath, readJson } from './read-json.ts'
import { readChoice } from './read-value.ts'
import { bad, bold, dim, doubtful, good } from './style.ts'
import { printable } from '../../../src/core/base/printable.ts'
import { brief } from '../../shared/brief.ts'
import { mostFaults } from '../../message/refusal.ts'

/** Prints the problems of policies. Resolves with 1 if one has an error or, if strict, a warning. */
export async function checkFiles(given: Given, files: readonly string[]): Promise<number> {
  const format = readFormat(given, ['text', 'json'])
  const checked: { readonly file: string; readonly problems: readonly PolicyProblem[] }[] = []
  for (const file of files) {
    const policy = isPath(file) ? await readJson(file) : readChoice('FILE', file, builtIn)
    const problems = checkPolicy(policy)
    checked.push({ file, problems })
    if (format === 'text') console.log(report(file, problems))
  }
  if (format === 'json') console.log(jsonText(checked))
  const counts = (problem: PolicyProblem) => given.has('strict') || problem.severity === 'error'
  return checked.some(({ problems }) => problems.some(counts)) ? 1 : 0
}

const style = { error: bad, warning: doubtful } as const

/** The problems of a policy from a file, for the terminal. */
export function report(file: string, problems: readonly PolicyProblem[]): string {
  if (problems.length === 0) return `${good('ok')}  ${printable(file)}`
  const counts = [counted(problems, 'error'), counted(problems, 'warning')].filter(Boolean)
  const named = problems.slice(0, mostFaults)
  const others = problems.length - named.length
  return [
    `${counts.join(', ')} in ${printable(file)}`,
    ...named.map((problem) => told(file, problem)),
    ...(others === 0 ? [] : [`\nAnd ${others} more.`]),
  ].join('\n')
}

function counted(problems: readonly PolicyProblem[], of: PolicyProblemSeverity): string {
  const count = problems.filter(({ severity }) => severity === of).length
  return count === 0 ? '' : style[of](`${count} ${of}${count === 1 ? '' : 's'}`)
}

const told = (file: string, { severity, pointer, code, message, fix }: PolicyProblem): string =>
  [
    `\n${bold(printable(`${file}#${brief(pointer, 300)}`))} ${style[severity](severity)} ${dim(code)}`,
    ...[message, fix].map((text) => `  ${brief(text, 1000)}`),
  ].join('\n')
