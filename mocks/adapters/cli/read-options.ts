import { parseArgs } from 'node:util'
import { didYouMean } from '../../shared/nearest.ts'
import { quoted } from '../../shared/quoted.ts'
import type { Command, Given, OptionSpec } from './command.ts'
import { UsageError } from './usage-error.ts'

/** The arguments of a command. */
export interface Typed {
  readonly given: Given
  /** The arguments beside options, in order. */
  readonly words: readonly string[]
}

/**
 * Reads the arguments of a command. Throws a {@link UsageError} for an unknown option, a missing or
 * superfluous value, a second value, and an argument beside options if the command takes none.
 */
export function readOptions(
  args: readonly string[],
  { options, takes }: Pick<Command, 'options' | 'takes'>,
): Typed {
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(
      Object.entries(options).map(([name, { value }]) => [
        name,
        { type: value === undefined ? 'boolean' : 'string' },
      ]),
    ),
    // Its own messages name no remedy, so the tokens are checked below.
    strict: false,
    tokens: true,
  })
  const given = new Map<string, string>()
  const words: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') {
      if (takes === undefined) throw unexpected(token.value)
      words.push(token.value)
    }
    if (token.kind === 'option') {
      const value = valueOf(token, options)
      const before = given.get(token.name)
      // A flag that is given again says the same again.
      if (before) throw givenTwice(token.rawName, [before, value], options[token.name])
      given.set(token.name, value)
    }
  }
  return { given, words }
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
  readonly name: string
  readonly rawName: string
  readonly value: string | undefined
  readonly inlineValue: boolean | undefined
}

function valueOf(
  { name, rawName, value, inlineValue }: OptionToken,
  options: Readonly<Record<string, OptionSpec>>,
): string {
  const option = Object.hasOwn(options, name) ? options[name] : undefined
  if (option === undefined) {
    const known = Object.keys(options).map((each) => `--${each}`)
    throw new UsageError(`There is no option ${rawName}.${didYouMean(rawName, known)}`)
  }
  if (option.value === undefined) {
    if (value === undefined) return ''
    throw new UsageError(`${rawName} takes no value. Leave out ${JSON.stringify(value)}.`)
  }
  if (value === undefined || value === '' || (inlineValue === false && value.startsWith('-'))) {
    throw new UsageError(`${rawName} needs a value: ${rawName} ${option.value}.`)
  }
  return value
}

function unexpected(argument: string): UsageError {
  return new UsageError(
    `${JSON.stringify(argument)} is unexpected. This command takes options only, such as --help.`,
  )
}
