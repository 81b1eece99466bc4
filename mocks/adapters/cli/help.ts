import type { Command, OptionSpec } from './command.ts'
import { alignColumns } from '../../../src/core/base/align-columns.ts'
import { bold, dim } from './style.ts'

/** The text of `rolecall --help`. */
export function generalHelp(commands: Readonly<Record<string, Command>>): string {
  return [
    `${bold('rolecall')} <command> [options]`,
    '',
    ...alignColumns([
      ...Object.entries(commands).map(([name, { summary }]) => [`  ${name}`, summary]),
      ['  --help', 'Show this help, or that of a command.'],
      ['  --version', 'Show the version.'],
    ]),
    '',
    dim(`Example: ${Object.values(commands)[0]?.example}`),
  ].join('\n')
}

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
