import { operations } from '../../../../src/generated/operations.ts'
import { builtIn } from '../../../policies/built-in.ts'
import { scenarios } from '../../../policies/scenarios.ts'
import type { Commands, OptionSpec, Valued } from '../command.ts'

/** What may stand in one place of a command line. */
export interface Place {
  readonly words: readonly string[]
  /** Whether the names of files may stand there too. */
  readonly files: boolean
}

/** An option to complete. */
export interface CompletedOption {
  /** With its dashes. */
  readonly name: string
  readonly text: string
  /** Its values; undefined for a flag. */
  readonly value: Place | undefined
}

/** A command to complete. */
export interface CompletedCommand {
  /** One word or two. The empty name is `rolecall` itself. */
  readonly name: string
  readonly summary: string
  readonly options: readonly CompletedOption[]
  /** The words that may follow, with a text for each: commands of the group. */
  readonly next: readonly { readonly word: string; readonly text: string }[]
  /** Its arguments, in order. */
  readonly places: readonly Place[]
  /** Whether the last place may be filled many times. */
  readonly several: boolean
}

const kinds = {
  policies: () => Object.keys(builtIn),
  scenarios: () => [...new Set(Object.values(scenarios).flatMap((own) => Object.keys(own)))],
  operations: () => Object.keys(operations),
} as const

const placeOf = ({ known = [], file = false }: Valued): Place => ({
  words: typeof known === 'string' ? kinds[known]() : known,
  files: file,
})

const optionOf = ([name, spec]: readonly [string, OptionSpec]): CompletedOption => ({
  name: `--${name}`,
  text: spec.text,
  value: spec.value === undefined ? undefined : placeOf(spec),
})

const help: CompletedOption = { name: '--help', text: 'Show the help.', value: undefined }
const version: CompletedOption = { name: '--version', text: 'Show the version.', value: undefined }

/** All that completion offers, read from the table of commands that the help is made of. */
export function completionTable(commands: Commands): readonly CompletedCommand[] {
  const names = Object.keys(commands)
  const groups = [...new Set(names.flatMap((name) => (name.includes(' ') ? groupOf(name) : [])))]
  const without = { places: [], several: false }
  return [
    {
      ...without,
      name: '',
      summary: '',
      options: [help, version],
      next: [
        ...groups.map((word) => ({ word, text: `Commands: ${inGroup(names, word).join(', ')}.` })),
        ...Object.entries(commands)
          .filter(([name]) => !name.includes(' '))
          .map(([word, { summary }]) => ({ word, text: summary })),
      ],
    },
    ...groups.map((group) => ({
      ...without,
      name: group,
      summary: '',
      options: [help],
      next: inGroup(names, group).map((name) => ({
        word: name.slice(group.length + 1),
        text: commands[name]?.summary ?? '',
      })),
    })),
    ...Object.entries(commands).map(([name, { summary, options, takes = [] }]) => ({
      name,
      summary,
      options: [...Object.entries(options).map(optionOf), help],
      next: [],
      places: takes.map(placeOf),
      several: takes.at(-1)?.several === true,
    })),
  ]
}

const groupOf = (name: string): string => name.replace(/ .*/, '')

const inGroup = (names: readonly string[], group: string): readonly string[] =>
  names.filter((name) => name.startsWith(`${group} `))
