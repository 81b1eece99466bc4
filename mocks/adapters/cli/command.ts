/** An option of a command, as the help shows it. */
export interface OptionSpec {
  /** The placeholder of its value, such as `FILE`. Missing for a flag. */
  readonly value?: string
  /** The placeholder of several values, such as `NAME,NAME`. Missing if it takes one alone. */
  readonly values?: string
  /** Its effect, and its default. */
  readonly text: string
}

/** The options given: the value of each, or an empty text for a flag. */
export type Given = ReadonlyMap<string, string>

/** A command of `rolecall`. Its `words` are the arguments beside options. */
export interface Command {
  /** Its effect, in one line. */
  readonly summary: string
  /** The arguments beside options, for the help: `OPERATION [ARGUMENT…]`. Missing if it takes none. */
  readonly takes?: string
  readonly options: Readonly<Record<string, OptionSpec>>
  /** A command line to copy. */
  readonly example: string
  /** The meaning of exit code 1, for the help: `for any other answer`. Missing if it never exits with 1. */
  readonly exits?: { readonly zero: string; readonly one: string }
  /** Resolves with the exit code. */
  run(given: Given, words: readonly string[]): Promise<number>
}
