import { RolecallError } from '../../../src/index.ts'
import { ConfigurationError } from '../../shared/configuration-error.ts'
import { didYouMean } from '../../shared/nearest.ts'
import type { Command } from './command.ts'
import { commands } from './commands/index.ts'
import { commandHelp, generalHelp, groupHelp } from './help.ts'
import { isPath } from './read-json.ts'
import { readOptions } from './read-options.ts'
import { alert } from './style.ts'
import { UsageError } from './usage-error.ts'
import { version } from './version.ts'
import { printable } from '../../../src/core/base/printable.ts'

/** Runs `rolecall` with arguments. Resolves with the exit code: that of the command, or 2 for wrong usage. */
export async function run(args: readonly string[]): Promise<number> {
  try {
    return await dispatch(args)
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof RolecallError)) throw error
    console.error(`${alert('rolecall:')} ${printable(error.message, '\n')}`)
    return 2
  }
}

async function dispatch(typed: readonly string[]): Promise<number> {
  const [first] = typed
  if (first === undefined || first === 'help' || first === '--help' || first === '-h') {
    console.log(generalHelp(commands))
    return 0
  }
  if (first === '--version' || first === '-v') {
    console.log(await version())
    return 0
  }
  const name = nameIn(typed)
  const command = commands[name]
  const args = typed.slice(name.split(' ').length)
  if (args.includes('--help') || args.includes('-h')) {
    console.log(command === undefined ? groupHelp(name, groupOf(name)) : commandHelp(name, command))
    return 0
  }
  if (command === undefined) {
    const names = Object.keys(groupOf(name)).join(', ')
    throw new UsageError(`rolecall ${name} needs a second word: ${names}.`)
  }
  const { given, words } = readOptions(args, command)
  try {
    return await command.run(given, words)
  } catch (error) {
    throw inScenarioFile(given.get('scenario'), error)
  }
}

/** Adds the file to an error that names only the scenario. */
function inScenarioFile(file: string | undefined, error: unknown): unknown {
  if (file === undefined || !isPath(file) || !(error instanceof ConfigurationError)) return error
  const [named, fault] = /^(?:Scenario [^:]*: |scenario\.)(.*)$/s.exec(error.message) ?? []
  return named === undefined ? error : new ConfigurationError(`${file}: ${fault}`, { cause: error })
}

/** The name of the command, one word or two, or the first word of several. Throws if there is no such command. */
function nameIn([first = '', second]: readonly string[]): string {
  if (Object.hasOwn(commands, first)) return first
  const names = Object.keys(groupOf(first))
  if (names.length === 0) throw unknown(first)
  if (second === undefined || second.startsWith('-')) return first
  const name = `${first} ${second}`
  if (names.includes(name)) return name
  throw new UsageError(
    `There is no command ${name}.${didYouMean(name, names, 1)} See rolecall ${first} --help.`,
  )
}

/** The commands of two words that begin with this one. */
const groupOf = (first: string): Readonly<Record<string, Command>> =>
  Object.fromEntries(Object.entries(commands).filter(([name]) => name.startsWith(`${first} `)))

function unknown(name: string): UsageError {
  const what = name.startsWith('-') ? 'option' : 'command'
  const words = Object.keys(commands).map((each) => each.replace(/ .*/, ''))
  const known = what === 'option' ? ['--help', '--version'] : new Set(words)
  return new UsageError(
    `There is no ${what} ${name}.${didYouMean(name, known)} See rolecall --help.`,
  )
}
