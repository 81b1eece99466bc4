import { printable } from '../../../../src/core/base/printable.ts'
import { RolecallError } from '../../../../src/index.ts'
import type { Mock } from '../../../mock/mock.ts'
import { readText } from '../../../mock/values/read-text.ts'
import { checkPolicy, isPolicy } from '../../../policy-check/check-policy.ts'
import { report } from '../check-files.ts'
import { parseJson } from '../read-json.ts'
import { diffText } from '../show-diff.ts'
import { alert } from '../style.ts'
import { watchFile } from './watch-file.ts'

/** The most lines that a change prints: `rolecall policy diff` prints all. */
const mostLines = 60

/** The most users whose gains and losses are worked out. */
const mostUsers = 500

/**
 * Puts a policy in force whenever its file is saved, and prints what it gives and takes. One that is wrong, or
 * that the state does not fit, leaves the former one in force; its findings are printed.
 *
 * @param print - Prints what changes. Findings go to stderr.
 * @returns A function that stops it, once what is under way is done.
 */
export function watchPolicy(
  mock: Mock,
  file: string,
  print: (text: string) => void,
): () => Promise<void> {
  let seen: string | undefined
  let reading: Promise<void> = Promise.resolve()
  const take = async () => {
    try {
      const text = await readText(file)
      const isFirst = seen === undefined
      if (text === seen) return
      seen = text
      const policy = parseJson(file, text)
      if (isFirst && JSON.stringify(policy) === JSON.stringify(mock.policy)) return
      const problems = checkPolicy(policy)
      const errors = problems.filter(({ severity }) => severity === 'error')
      if (!isPolicy(policy) || errors.length > 0) keep(report(file, problems))
      else print(changeText(mock, file, mock.use(policy)))
    } catch (error) {
      if (!(error instanceof RolecallError)) throw error
      if (!isMissing(error)) keep(printable(error.message, '\n'))
    }
  }
  const stop = watchFile(file, () => {
    reading = reading.then(take)
  })
  // It may have been saved since it was read for the start.
  reading = take()
  return async () => {
    stop()
    await reading
  }
}

/** Editors take the file away before they put the new one in its place. */
const isMissing = ({ cause }: RolecallError): boolean =>
  cause instanceof Error && 'code' in cause && cause.code === 'ENOENT'

const keep = (findings: string): void =>
  console.error(`${findings}\n${alert('The former policy stays in force.')}`)

function changeText(mock: Mock, file: string, diff: ReturnType<Mock['use']>): string {
  const heading = `${printable(file)} is in force.`
  const users = mock.users().length
  if (users > mostUsers) {
    return `${heading} With ${users} users, run rolecall policy diff for what it gives and takes.`
  }
  const lines = diffText(diff, heading).split('\n')
  const more = lines.length - mostLines
  return [
    ...lines.slice(0, mostLines),
    ...(more > 0 ? [`And ${more} more lines, which rolecall policy diff prints.`] : []),
  ].join('\n')
}
