/** What a judge says. */
export interface Verdict {
  /** What was judged, counted: `3 documents, 2 workflows`. */
  readonly judged: string
  /** A line for each objection. */
  readonly findings: readonly string[]
}

/** A judge that can't run here. */
export interface NotRun {
  /** What is missing: `Java`. */
  readonly missing: string
}

/** A tool of others that judges the project. */
export interface Judge {
  /** Its package, of test/judges or of the project. */
  readonly package: string
  /** The findings that may remain. Left out: none. */
  readonly budget?: number
  run(): Promise<Verdict | NotRun>
}
