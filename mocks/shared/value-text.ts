import { isPlain } from '../../src/core/base/check.ts'
import { kindOf } from '../../src/core/base/kind-of.ts'
import { quoted } from './quoted.ts'

/** The types of JSON Schema, as a message says what a value must be. */
export const typeText = {
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  null: 'null',
  array: 'a list',
  object: 'an object',
} as const

/** A wrong value in a message: a text, briefly, a number and a flag as they are, of all others the kind. */
export function valueText(value: unknown): string {
  if (typeof value === 'string') return quoted(value)
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (Array.isArray(value)) return typeText.array
  if (isPlain(value)) return typeText.object
  return kindOf(value) === 'object' ? 'an instance of a class' : kindOf(value)
}
