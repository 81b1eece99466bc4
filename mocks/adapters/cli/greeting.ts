import type { Welcome } from '../server/welcome/welcome.ts'
import { alignColumns } from '../../../src/core/base/align-columns.ts'
import { brief } from '../../shared/brief.ts'
import { bold, cyan, dim } from './style.ts'
import { printable } from '../../../src/core/base/printable.ts'

/**
 * The text that a served mock prints: its URL, the users who can sign in, and command lines to try. A
 * terminal is often recorded, so it has no token.
 */
export function greeting(told: Welcome): string {
  const { platform, policy, scenario, url, people, others, try: lines } = told
  const table = alignColumns(people.map(({ email, roles, text }) => [`  ${email}`, roles, text]))
  return [
    `${bold(`Rolecall mock of ${brief(platform, 200)}`)} ${dim(`(policy ${brief(policy)}, scenario ${brief(scenario)})`)}`,
    `  ${cyan(url)}`,
    '',
    bold('Who can sign in'),
    ...(people.length === 0 ? ['  nobody yet'] : table),
    ...(others === 0 ? [] : [dim(`  and ${others} more`)]),
    ...(lines === undefined
      ? []
      : [
          '',
          bold(printable(`Sign in, as ${lines.email} or anybody else`)),
          `  ${printable(lines.signIn)}`,
          '',
          bold('Try it, with the answered token in place of TOKEN'),
          `  ${printable(lines.list)}`,
        ]),
    '',
    dim('Ctrl+C stops it.'),
  ].join('\n')
}
