import { printable } from '../../../src/core/base/printable.ts'
import { RolecallError } from '../../../src/index.ts'
import { ConfigurationError } from '../../shared/configuration-error.ts'
import { quoted } from '../../shared/quoted.ts'
import type { Command } from './command.ts'
import { commands } from './commands/index.ts'
import { findCommand } from './find-command.ts'
import { commandHelp, generalHelp, groupHelp } from './help.ts'
import { inCommandWords } from './in-command-words.ts'
import { isPath } from './read-json.ts'
import { readOptions } from './read-options.ts'
import { alert } from './style.ts'
import { UsageError } from './usage-error.ts'
import { version } from './version.ts'

/** Runs `rolecall` with arguments. Resolves with the exit code: that of the command, or 2 if it can't be done. */
export async function run(args: readonly string[]): Promise<number> {
  try {
    return await dispatch(args)
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof RolecallError)) throw error
    console.error(`${alert('rolecall:')} ${printable(error.message, '\n')}`)
    return 2
  }
}

const helpNames: readonly (string | undefined)[] = ['help', '--help', '-h']

async function dispatch(typed: readonly string[]): Promise<number> {
  const [first, ...more] = typed
  if (first === undefined || helpNames.includes(first)) {
    return help(more.filter((word) => !helpNames.includes(word)))
  }
  if (first === '--version' || first === '-v') {
    if (more.length > 0) throw unexpected(`rolecall ${first}`, more)
    console.log(await version())
    return 0
  }
  const found = findCommand(commands, typed)
  const { name, args } = found
  const options = args.includes('--') ? args.slice(0, args.indexOf('--')) : args
  if (options.includes('--help') || options.includes('-h')) return help(name.split(' '))
  if ('group' in found) {
    const names = Object.keys(found.group).join(', ')
    throw new UsageError(`rolecall ${name} needs a second word: ${names}.`)
  }
  const { given, words } = readOptions(name, args, found.command)
  try {
    return await found.command.run(given, words)
  } catch (error) {
    throw worded(inScenarioFile(given.get('scenario'), error), found.command)
  }
}

/** Says an error of the mock's options, or of the running mock, in the words of the command. */
function worded(error: unknown, command: Command): unknown {
  if (error instanceof UsageError || !(error instanceof RolecallError)) return error
  const text = inCommandWords(error.message, command)
  return text === error.message ? error : new UsageError(text, { cause: error })
}

/** Prints the help of everything, or of the named command or group. */
function help(words: readonly string[]): number {
  if (words.length === 0) {
    console.log(generalHelp(commands))
    return 0
  }
  const found = findCommand(commands, words)
  const { name, args } = found
  const surplus = args.filter((word) => !helpNames.includes(word))
  if (surplus.length > 0) throw unexpected(`rolecall ${name} --help`, surplus)
  console.log('group' in found ? groupHelp(name, found.group) : commandHelp(name, found.command))
  return 0
}

const unexpected = (line: string, [first]: readonly string[]): UsageError =>
  new UsageError(`${quoted(first)} is unexpected. Leave it out: ${line}.`)

/** Adds the file to an error that names only the scenario. */
function inScenarioFile(file: string | undefined, error: unknown): unknown {
  if (file === undefined || !isPath(file) || !(error instanceof ConfigurationError)) return error
  const [named, fault] = /^(?:Scenario [^:]*: |scenario\.)(.*)$/s.exec(error.message) ?? []
  return named === undefined ? error : new ConfigurationError(`${file}: ${fault}`, { cause: error })
}
