import { alignColumns } from '../../../src/core/base/align-columns.ts'
import { type Command, type Commands, type OptionSpec, takesText } from './command.ts'
import { bold, dim } from './style.ts'

/** The text of `rolecall --help`. */
export const generalHelp = (commands: Commands): string =>
  listOf('rolecall', commands, [['  --version', 'Show the version.']])

/** The text of `rolecall <group> --help`, for commands that begin with the same word. */
export const groupHelp = (group: string, commands: Commands): string =>
  listOf(`rolecall ${group}`, commands, [])

const listOf = (heading: string, commands: Commands, more: readonly string[][]): string =>
  [
    `${bold(heading)} <command> [options]`,
    '',
    ...alignColumns([
      ...Object.entries(commands).map(([name, { summary }]) => [`  ${name}`, summary]),
      ['  --help', 'Show this help, or that of a command.'],
      ...more,
    ]),
    '',
    dim(`Example: ${Object.values(commands)[0]?.example}`),
  ].join('\n')

/** The text of `rolecall <command> --help`. */
export function commandHelp(name: string, command: Command): string {
  const { summary, options, example, exits } = command
  const usage = [bold(`rolecall ${name}`), takesText(command), '[options]'].filter(Boolean)
  const zero = exits === undefined ? '' : ` ${exits.zero}, 1 ${exits.one}`
  return [
    [usage.join(' '), summary],
    alignColumns([
      ...Object.entries(options).map(([key, option]) => [`  ${typed(key, option)}`, option.text]),
      ['  --help', 'Show this help.'],
    ]),
    [`Exits with 0${zero}, 2 if it can’t be done.`],
    [dim(`Example: ${example}`)],
  ]
    .map((lines) => lines.join('\n'))
    .join('\n\n')
}

function typed(name: string, { value }: OptionSpec): string {
  return value === undefined ? `--${name}` : `--${name} ${value}`
}
