import type { CompletedCommand, Place } from './table.ts'

/**
 * Functions for bash and zsh that know the commands. Each gets a command's name and a word; they set the
 * variables `known` and `files` of their caller.
 */
export const caseFunctions = (table: readonly CompletedCommand[]): string => `\
# Sets what the option of a command takes. Fails for a flag.
_rolecall_value() {
  case $1 in
${cases(table.flatMap(valueCases))}
    *) return 1 ;;
  esac
}

# Sets what a command takes as the argument of that number, from 0.
_rolecall_argument() {
  case $1 in
${cases(table.flatMap(argumentCases))}
  esac
}

# Sets the options of a command.
_rolecall_options() {
  case $1 in
${cases(table.map(({ name, options }) => [`'${name}'`, known(options.map((one) => one.name))]))}
  esac
}

# Whether a name is that of a command or of a group.
_rolecall_is_command() {
  case $1 in
${cases(table.filter(({ name }) => name !== '').map(({ name }) => [`'${name}'`, 'return 0']))}
    *) return 1 ;;
  esac
}`

type Case = readonly [pattern: string, body: string]

const cases = (list: readonly Case[]): string =>
  list.map(([pattern, body]) => `    ${pattern}) ${body} ;;`).join('\n')

const known = (words: readonly string[]): string => `known='${words.join(' ')}'`

const set = ({ words, files }: Place): string => `${known(words)}${files ? ' files=1' : ''}`

const valueCases = ({ name, options }: CompletedCommand): readonly Case[] =>
  options.flatMap(({ name: option, value }) =>
    value === undefined ? [] : [[`'${name} ${option}'`, set(value)]],
  )

function argumentCases({ name, next, places, several }: CompletedCommand): readonly Case[] {
  if (next.length > 0) return [[`'${name} 0'`, known(next.map(({ word }) => word))]]
  return places.map((place, index) => [
    several && index === places.length - 1 ? `'${name} '*` : `'${name} ${index}'`,
    set(place),
  ])
}
