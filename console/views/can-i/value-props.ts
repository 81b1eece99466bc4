import type { Choices } from './choices.ts'
import type { Field } from './kinds.ts'

/** What each kind of value has. */
export interface ValueProps {
  readonly field: Field
  readonly value: unknown
  readonly onChange: (value: unknown) => void
  /** The JSON pointer of the value. */
  readonly pointer: string
  readonly choices: Choices
  /** Messages by JSON pointer. */
  readonly errors: Readonly<Record<string, string>>
}
