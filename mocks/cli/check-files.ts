import { policies } from '../policies/index.ts'
import { checkPolicy } from '../policy-tools/check-policy.ts'
import type { PolicyProblem } from '../policy-tools/problem.ts'
import { isPath, readJson } from './read-json.ts'
import { readChoice } from './read-value.ts'
import { bad, bold, dim, good } from './style.ts'
import { UsageError } from './usage-error.ts'
import { printable } from '../../src/core/printable.ts'
import { brief } from '../brief.ts'
import { mostFaults } from '../pipeline/refusal.ts'

/** Says what is wrong with policies. Resolves with 1 if anything is. */
export async function checkFiles(files: readonly string[]): Promise<number> {
  if (files.length === 0) throw new UsageError('Which policy? Name a JSON file.')
  let failed = false
  for (const file of files) {
    const policy = isPath(file) ? await readJson(file) : readChoice('FILE', file, policies)
    const problems = checkPolicy(policy)
    failed ||= problems.length > 0
    console.log(report(file, problems))
  }
  return failed ? 1 : 0
}

function report(file: string, problems: readonly PolicyProblem[]): string {
  if (problems.length === 0) return `${good('ok')}  ${printable(file)}`
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`
  const named = problems.slice(0, mostFaults)
  const others = problems.length - named.length
  return [
    `${bad(count)} in ${printable(file)}`,
    ...named.map((problem) => told(file, problem)),
    ...(others === 0 ? [] : [`\nAnd ${others} more.`]),
  ].join('\n')
}

const told = (file: string, { pointer, code, message, fix }: PolicyProblem): string =>
  [
    `\n${bold(printable(`${file}#${brief(pointer, 300)}`))} ${dim(code)}`,
    ...[message, fix].map((text) => `  ${brief(text, 1000)}`),
  ].join('\n')
