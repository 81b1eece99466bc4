import type { Command, OptionSpec } from './command.ts'
import { alignColumns } from '../../../src/core/base/align-columns.ts'
import { bold, dim } from './style.ts'

type Commands = Readonly<Record<string, Command>>

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
export function commandHelp(
  name: string,
  { summary, takes, options, example, exits }: Command,
): string {
  const parts = [
    [`${bold(`rolecall ${name}`)}${takes === undefined ? '' : ` ${takes}`} [options]`, summary],
    alignColumns(
      Object.entries(options).map(([key, option]) => [`  ${typed(key, option)}`, option.text]),
    ),
    exits === undefined ? [] : [`Exits with 0 ${exits.zero}, 1 ${exits.one}, 2 for wrong usage.`],
    [dim(`Example: ${example}`)],
  ]
  return parts
    .filter(({ length }) => length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')
}

function typed(name: string, { value }: OptionSpec): string {
  return value === undefined ? `--${name}` : `--${name} ${value}`
}
