import { parseArgs } from 'node:util'
import { brief } from '../../shared/brief.ts'
import { didYouMean } from '../../shared/nearest.ts'
import { quoted } from '../../shared/quoted.ts'
import { type Command, type Given, type OptionSpec, takesText } from './command.ts'
import { optionNamed } from './option-named.ts'
import { UsageError } from './usage-error.ts'

/** The arguments of a command. */
export interface Typed {
  readonly given: Given
  /** The arguments beside options, in order. */
  readonly words: readonly string[]
}

/**
 * Reads the arguments of a command. Throws a {@link UsageError} for an unknown option, a missing or
 * superfluous value, a second value, and for arguments beside options that are missing or too many.
 */
export function readOptions(name: string, args: readonly string[], command: Command): Typed {
  const { options } = command
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(
      Object.entries(options).flatMap(([name, { value, formerly = name }]) =>
        [name, formerly].map((each) => [
          each,
          { type: value === undefined ? ('boolean' as const) : ('string' as const) },
        ]),
      ),
    ),
    // Its own messages name no remedy, so the tokens are checked below.
    strict: false,
    tokens: true,
  })
  const given = new Map<string, string>()
  const words: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value)
    if (token.kind === 'option') {
      const [own, option] = optionNamed(token.name, options) ?? unknown(token.rawName, options)
      const value = valueOf(token, option)
      const before = given.get(own)
      // A flag that is given again says the same again.
      if (before) throw givenTwice(token.rawName, [before, value], option)
      given.set(own, value)
    }
  }
  checkCount(name, words, command)
  return { given, words }
}

/** Throws unless the command takes that many arguments beside options. */
function checkCount(name: string, words: readonly string[], command: Command): void {
  const { takes = [] } = command
  const lacking = takes.slice(words.length).find(({ needed }) => needed !== undefined)
  if (lacking) throw new UsageError(`${lacking.value} is missing. ${lacking.needed}`)
  if (words.length <= takes.length || takes.at(-1)?.several) return
  const surplus = words.slice(takes.length).map(quoted).join(' and ')
  const right =
    takes.length === 0
      ? 'This command takes options only, such as --help.'
      : `Leave it out: rolecall ${name} ${takesText(command)}.`
  throw new UsageError(
    `${surplus} ${words.length - takes.length === 1 ? 'is' : 'are'} unexpected. ${right}`,
  )
}

function givenTwice(
  name: string,
  values: readonly string[],
  { value = '', values: several }: Partial<OptionSpec> = {},
): UsageError {
  const once =
    several === undefined
      ? `Give it once: ${name} ${value}.`
      : `Give it once, with commas between its values: ${name} ${several}.`
  return new UsageError(`${name} is given twice, as ${values.map(quoted).join(' and ')}. ${once}`)
}

interface OptionToken {
  readonly rawName: string
  readonly value: string | undefined
  readonly inlineValue: boolean | undefined
}

/** Throws for an option that the command does not have. */
function unknown(rawName: string, options: Command['options']): never {
  const known = Object.keys(options).map((each) => `--${each}`)
  throw new UsageError(`There is no option ${brief(rawName)}.${didYouMean(rawName, known)}`)
}

function valueOf({ rawName, value, inlineValue }: OptionToken, option: OptionSpec): string {
  if (option.value === undefined) {
    if (value === undefined) return ''
    throw new UsageError(`${rawName} takes no value. Leave out ${quoted(value)}.`)
  }
  if (value === undefined || value === '' || (inlineValue === false && value.startsWith('-'))) {
    throw new UsageError(`${rawName} needs a value: ${rawName} ${option.value}.`)
  }
  return value
}
