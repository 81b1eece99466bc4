import { brief } from '../../shared/brief.ts'
import { didYouMean } from '../../shared/nearest.ts'
import type { Command, Commands } from './command.ts'
import { UsageError } from './usage-error.ts'

/** A command, or a group of commands that begin with one word, and the arguments after its name. */
export type Found = { readonly name: string; readonly args: readonly string[] } & (
  | { readonly command: Command }
  | { readonly group: Commands }
)

/** Finds the command of a command line. Throws a {@link UsageError} if there is none of that name. */
export function findCommand(commands: Commands, typed: readonly string[]): Found {
  const [first = '', second] = typed
  if (Object.hasOwn(commands, first)) return found(commands, first, typed.slice(1))
  const group = Object.fromEntries(
    Object.entries(commands).filter(([name]) => name.startsWith(`${first} `)),
  )
  const names = Object.keys(group)
  if (names.length === 0) throw unknown(commands, first)
  if (second === undefined || second.startsWith('-')) {
    return { name: first, args: typed.slice(1), group }
  }
  const name = `${first} ${second}`
  if (names.includes(name)) return found(commands, name, typed.slice(2))
  throw new UsageError(
    `There is no command ${brief(name)}.${didYouMean(name, names, 1)} See rolecall ${first} --help.`,
  )
}

function found(commands: Commands, name: string, args: readonly string[]): Found {
  const command = commands[name]
  if (command === undefined) throw unknown(commands, name)
  return { name, args, command }
}

function unknown(commands: Commands, name: string): UsageError {
  const what = name.startsWith('-') ? 'option' : 'command'
  const words = Object.keys(commands).map((each) => each.replace(/ .*/, ''))
  const known = what === 'option' ? ['--help', '--version'] : new Set(words)
  return new UsageError(
    `There is no ${what} ${brief(name)}.${didYouMean(name, known)} See rolecall --help.`,
  )
}
