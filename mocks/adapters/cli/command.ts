/** An option of a command, as the help shows it. */
export interface OptionSpec {
  /** What stands for its value in the help, such as `FILE`. Missing for one that is only there or not. */
  readonly value?: string
  /** What it does, and its default. */
  readonly text: string
}

/** What was given, by option: the value, or an empty text for one that takes none. */
export type Given = ReadonlyMap<string, string>

/** A command of `rolecall`. What is typed beside options are its `words`. */
export interface Command {
  /** What it does, in one line. */
  readonly summary: string
  /** What it takes beside its options, as the help shows it: `OPERATION [ARGUMENT…]`. Missing for nothing. */
  readonly takes?: string
  readonly options: Readonly<Record<string, OptionSpec>>
  /** A line that somebody might type. */
  readonly example: string
  /** When its exit code is 1, as the help says it. Missing where the command has no answer to give by it. */
  readonly endsWithOne?: string
  /** Resolves with the exit code. */
  run(given: Given, words: readonly string[]): Promise<number>
}
