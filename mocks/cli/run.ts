import { ConfigurationError } from '../configuration-error.ts'
import { didYouMean } from '../nearest.ts'
import { commands } from './commands/index.ts'
import { commandHelp, generalHelp } from './help.ts'
import { readOptions } from './read-options.ts'
import { alert } from './style.ts'
import { UsageError } from './usage-error.ts'
import { version } from './version.ts'

/** Runs what was typed after `rolecall`. Resolves with the exit code: 1 if it failed, 2 if it can't be understood. */
export async function run(args: readonly string[]): Promise<number> {
  try {
    return await dispatch(args)
  } catch (error) {
    if (error instanceof UsageError) return fail(error.message, 2)
    if (error instanceof ConfigurationError) return fail(error.message, 1)
    throw error
  }
}

async function dispatch([name, ...args]: readonly string[]): Promise<number> {
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    console.log(generalHelp(commands))
    return 0
  }
  if (name === '--version' || name === '-v') {
    console.log(await version())
    return 0
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (command === undefined) throw unknown(name)
  if (args.includes('--help') || args.includes('-h')) {
    console.log(commandHelp(name, command))
    return 0
  }
  return command.run(readOptions(args, command.options))
}

function unknown(name: string): UsageError {
  const what = name.startsWith('-') ? 'option' : 'command'
  const known = what === 'option' ? ['--help', '--version'] : Object.keys(commands)
  return new UsageError(
    `There is no ${what} ${name}.${didYouMean(name, known)} See rolecall --help.`,
  )
}

function fail(message: string, code: number): number {
  console.error(`${alert('rolecall:')} ${message}`)
  return code
}
