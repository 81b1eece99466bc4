import { parseArgs } from 'node:util'
import { didYouMean } from '../../shared/nearest.ts'
import type { Command, Given, OptionSpec } from './command.ts'
import { UsageError } from './usage-error.ts'

/** What was typed after a command's name. */
export interface Typed {
  readonly given: Given
  /** What is no option, in order. */
  readonly words: readonly string[]
}

/**
 * Reads what a command was given. Throws a {@link UsageError} for an option that does not exist, lacks
 * its value or has one too many, and for whatever is no option where the command takes nothing else.
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
    // Its own messages name no remedy: what is wrong is told from the tokens.
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
    if (token.kind === 'option') given.set(token.name, valueOf(token, options))
  }
  return { given, words }
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
    throw new UsageError(`${rawName} takes no value: leave out ${JSON.stringify(value)}.`)
  }
  if (value === undefined || value === '' || (inlineValue === false && value.startsWith('-'))) {
    throw new UsageError(`${rawName} needs a value: ${rawName} ${option.value}.`)
  }
  return value
}

function unexpected(argument: string): UsageError {
  return new UsageError(
    `${JSON.stringify(argument)} is not expected: everything after the command is an option, such as --help.`,
  )
}
