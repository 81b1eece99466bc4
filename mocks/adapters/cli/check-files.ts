import { builtIn } from '../../policies/built-in.ts'
import { checkPolicy } from '../../policy-check/check-policy.ts'
import type { PolicyProblem, PolicyProblemSeverity } from '../../policy-check/problem.ts'
import { isPath, readJson } from './read-json.ts'
import { readChoice } from './read-value.ts'
import { bad, bold, dim, doubtful, good } from './style.ts'
import { UsageError } from './usage-error.ts'
import { printable } from '../../../src/core/base/printable.ts'
import { brief } from '../../shared/brief.ts'
import { mostFaults } from '../../message/refusal.ts'

/** Prints the problems of policies. Resolves with 1 if one has an error or, if strict, a warning. */
export async function checkFiles(files: readonly string[], isStrict: boolean): Promise<number> {
  if (files.length === 0) throw new UsageError('FILE is missing. Name a policy, as a JSON file.')
  let failed = false
  for (const file of files) {
    const policy = isPath(file) ? await readJson(file) : readChoice('FILE', file, builtIn)
    const problems = checkPolicy(policy)
    failed ||= isStrict
      ? problems.length > 0
      : problems.some(({ severity }) => severity === 'error')
    console.log(report(file, problems))
  }
  return failed ? 1 : 0
}

const style = { error: bad, warning: doubtful } as const

function report(file: string, problems: readonly PolicyProblem[]): string {
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
