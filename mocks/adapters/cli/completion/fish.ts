import type { CompletedCommand, CompletedOption } from './table.ts'

/** A completion script for fish. */
export const fish = (table: readonly CompletedCommand[]): string => `\
# Completion of rolecall for fish. To install it:
#   rolecall completion fish > ~/.config/fish/completions/rolecall.fish

set -g __rolecall_commands ${list(table.flatMap(({ name }) => (name === '' ? [] : [name])))}
set -g __rolecall_valued ${list(table.flatMap(valued))}

# Prints the command that is typed, and the number of arguments after it.
function __rolecall_typed
  set -l tokens (commandline -opc)
  set -l command ''
  set -l option ''
  set -l count 0
  for token in $tokens[2..]
    set -l name (string trim -- "$command $token")
    if test -n "$option"
      set option ''
    else if string match -q -- '-*' $token
      contains -- "$command $token" $__rolecall_valued; and set option $token
    else if test $count -eq 0; and contains -- $name $__rolecall_commands
      set command $name
    else
      set count (math $count + 1)
    end
  end
  printf '%s\\n' "$command" $count
end

# Whether this command is typed.
function __rolecall_in
  set -l typed (__rolecall_typed)
  test "$typed[1]" = "$argv[1]"
end

# Whether this command is typed, with so many arguments, or at least so many.
function __rolecall_at
  set -l typed (__rolecall_typed)
  test "$typed[1]" = "$argv[1]"; and test "$typed[2]" $argv[2] "$argv[3]"
end

complete -c rolecall -f
${table.flatMap((command) => [...argumentLines(command), ...optionLines(command)]).join('\n')}
`

const quote = (text: string): string =>
  `'${text.replaceAll('\\', '\\\\').replaceAll("'", String.raw`\'`)}'`

const list = (texts: readonly string[]): string => texts.map(quote).join(' ')

const valued = ({ name, options }: CompletedCommand): readonly string[] =>
  options.flatMap((option) => (option.value === undefined ? [] : [`${name} ${option.name}`]))

const words = (known: readonly string[]): string =>
  known.length === 0 ? '' : ` -a ${quote(known.join(' '))}`

function argumentLines({ name, next, places, several }: CompletedCommand): readonly string[] {
  const at = (test: string) => `complete -c rolecall -n ${quote(`__rolecall_at '${name}' ${test}`)}`
  return [
    ...next.map(({ word, text }) => `${at('-eq 0')} -a ${quote(word)} -d ${quote(text)}`),
    ...places.flatMap((place, index) => {
      const test = several && index === places.length - 1 ? '-ge' : '-eq'
      const offered = `${place.files ? ' -F' : ''}${words(place.words)}`
      return offered === '' ? [] : [`${at(`${test} ${index}`)}${offered}`]
    }),
  ]
}

const optionLines = ({ name, options }: CompletedCommand): readonly string[] =>
  options.map((option) =>
    [
      `complete -c rolecall -n ${quote(`__rolecall_in '${name}'`)}`,
      `-l ${option.name.slice(2)}${taken(option)} -d ${quote(option.text)}`,
    ].join(' '),
  )

const taken = ({ value }: CompletedOption): string =>
  value === undefined ? '' : `${value.files ? ' -r -F' : ' -x'}${words(value.words)}`
