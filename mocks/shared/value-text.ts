import { isPlain } from '../../src/core/base/check.ts'
import { kindOf } from '../../src/core/base/kind-of.ts'
import { quoted } from './quoted.ts'

/** The types of JSON Schema in words, for messages. */
export const typeText = {
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  null: 'null',
  array: 'a list',
  object: 'an object',
} as const

/** A wrong value for a message: short texts, numbers and booleans as they are, other values by their kind. */
export function valueText(value: unknown): string {
  if (typeof value === 'string') return quoted(value)
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (Array.isArray(value)) return typeText.array
  if (isPlain(value)) return typeText.object
  return kindOf(value) === 'object' ? 'an instance of a class' : kindOf(value)
}
