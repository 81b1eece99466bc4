/** A difference between the mock and the platform whose policy it enforces. */
export interface Difference {
  /** The operations that it concerns; `*` for all. */
  readonly on: readonly string[]
  readonly text: string
}
