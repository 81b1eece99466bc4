import type { Welcome } from '../server/welcome/welcome.ts'
import { alignColumns } from '../../../src/core/base/align-columns.ts'
import { bold, cyan, dim } from './style.ts'
import { printable } from '../../../src/core/base/printable.ts'

/** The text that a served mock prints: its URL, the users who can sign in, and command lines to try. */
export function greeting({ platform, policy, scenario, url, people, try: lines }: Welcome): string {
  const table = alignColumns(people.map(({ email, roles, text }) => [`  ${email}`, roles, text]))
  return [
    `${bold(`Rolecall mock of ${printable(platform)}`)} ${dim(printable(`(policy ${policy}, scenario ${scenario})`))}`,
    `  ${cyan(url)}`,
    '',
    bold('Who can sign in'),
    ...(people.length === 0 ? ['  nobody yet'] : table),
    ...(lines === undefined
      ? []
      : [
          '',
          bold(printable(`Try it, as ${lines.email}`)),
          `  ${printable(lines.list)}`,
          '',
          bold('Sign in as any user, for a token'),
          `  ${printable(lines.signIn)}`,
        ]),
    '',
    dim('Ctrl+C stops it.'),
  ].join('\n')
}
