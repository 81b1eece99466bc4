import type { Command, OptionSpec } from './command.ts'
import { alignColumns } from '../../../src/core/base/align-columns.ts'
import { bold, dim } from './style.ts'

/** What `rolecall --help` says. */
export function generalHelp(commands: Readonly<Record<string, Command>>): string {
  return [
    `${bold('rolecall')} <command> [options]`,
    '',
    ...alignColumns([
      ...Object.entries(commands).map(([name, { summary }]) => [`  ${name}`, summary]),
      ['  --help', 'Show this, or with a command its options.'],
      ['  --version', 'Show the version.'],
    ]),
    '',
    dim(`Example: ${Object.values(commands)[0]?.example}`),
  ].join('\n')
}

/** What `rolecall <command> --help` says. */
export function commandHelp(
  name: string,
  { summary, takes, options, example, endsWithOne }: Command,
): string {
  const parts = [
    [`${bold(`rolecall ${name}`)}${takes === undefined ? '' : ` ${takes}`} [options]`, summary],
    alignColumns(
      Object.entries(options).map(([key, option]) => [`  ${typed(key, option)}`, option.text]),
    ),
    endsWithOne === undefined
      ? []
      : [`Ends with 0, with 1 ${endsWithOne}, and with 2 where it can’t be done.`],
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
