/** The values to complete: these, or the names of a kind. */
export type Known = readonly string[] | 'policies' | 'scenarios' | 'operations'

/** A value that a command takes, by an option or beside options. */
export interface Valued {
  /** The values that completion offers. */
  readonly known?: Known
  /** Whether it may name a file. */
  readonly file?: boolean
}

/** An option of a command, as the help shows it. */
export interface OptionSpec extends Valued {
  /** The placeholder of its value, such as `FILE`. Missing for a flag. */
  readonly value?: string
  /** The placeholder of several values, such as `NAME,NAME`. Missing if it takes one alone. */
  readonly values?: string
  /** Its former name, which works too. */
  readonly formerly?: string
  /** Its effect, and its default. */
  readonly text: string
}

/** An argument beside options. */
export interface ArgumentSpec extends Valued {
  /** Its placeholder, such as `FILE`. */
  readonly value: string
  /** Whether any number may follow. Of the last one alone. */
  readonly several?: true
  /** Advice if it is missing: `Name a policy, as a JSON file.` Left out if it may be missing. */
  readonly needed?: string
}

/** The options given: the value of each, or an empty text for a flag. */
export type Given = ReadonlyMap<string, string>

/** A command of `rolecall`. Its `words` are the arguments beside options. */
export interface Command {
  /** Its effect, in one line. */
  readonly summary: string
  /** The arguments beside options, in order. Missing if it takes none. */
  readonly takes?: readonly ArgumentSpec[]
  readonly options: Readonly<Record<string, OptionSpec>>
  /** A command line to copy. */
  readonly example: string
  /** The meaning of exit codes, for the help: `for any other answer`. Missing if it never exits with 1. */
  readonly exits?: { readonly zero: string; readonly one: string }
  /** Resolves with the exit code. */
  run(given: Given, words: readonly string[]): Promise<number>
}

/** Commands by name, one word or two. */
export type Commands = Readonly<Record<string, Command>>

/** The arguments as the help shows them: `OPERATION [ARGUMENT…]`. */
export const takesText = ({ takes = [] }: Pick<Command, 'takes'>): string =>
  takes
    .map(({ value, several, needed }) => {
      const text = several ? `${value}…` : value
      return needed === undefined ? `[${text}]` : text
    })
    .join(' ')
