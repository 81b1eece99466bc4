import type { Command, OptionSpec } from './command.ts'
import { columns } from './columns.ts'
import { bold, dim } from './style.ts'

/** What `rolecall --help` says. */
export function generalHelp(commands: Readonly<Record<string, Command>>): string {
  return [
    `${bold('rolecall')} <command> [options]`,
    '',
    ...columns([
      ...Object.entries(commands).map(([name, { summary }]) => [`  ${name}`, summary]),
      ['  --help', 'Show this, or with a command its options.'],
      ['  --version', 'Show the version.'],
    ]),
    '',
    dim(`Example: ${Object.values(commands)[0]?.example}`),
  ].join('\n')
}

/** What `rolecall <command> --help` says. */
export function commandHelp(name: string, { summary, takes, options, example }: Command): string {
  return [
    `${bold(`rolecall ${name}`)}${takes === undefined ? '' : ` ${takes}`} [options]`,
    summary,
    '',
    ...columns(
      Object.entries(options).map(([key, option]) => [`  ${typed(key, option)}`, option.text]),
    ),
    '',
    dim(`Example: ${example}`),
  ].join('\n')
}

function typed(name: string, { value }: OptionSpec): string {
  return value === undefined ? `--${name}` : `--${name} ${value}`
}
