import { isRecord } from './kind-of.ts'

/**
 * What an answer must look like, as far as it is decided by or walked through: JSON's types, one or
 * several (`'string null'`) or `'any'`, a list of what its only item says, or an object with at least these
 * members, one with a question mark where it may be left out.
 */
export type Shape = string | readonly [Shape] | { readonly [member: string]: Shape }

/** Whether the value is of the shape. */
export function fits(value: unknown, shape: Shape): boolean {
  if (typeof shape === 'string') {
    if (shape === 'any') return true
    return shape.split(' ').includes(value === null ? 'null' : typeof value)
  }
  if (isList(shape)) return Array.isArray(value) && value.every((item) => fits(item, shape[0]))
  return (
    isRecord(value) &&
    Object.entries(shape).every(([name, member]) => {
      const key = name.replace('?', '')
      return value[key] === undefined ? key !== name : fits(value[key], member)
    })
  )
}

const isList = (shape: Shape): shape is readonly [Shape] => Array.isArray(shape)

/** One page of a list. */
export const page: Shape = { data: [{}], nextCursor: 'string null' }

/** A decision, of which a server may keep what it likes to itself. */
export const decision: Shape = {
  'allowed?': 'boolean',
  'outcome?': 'string',
  'rule?': 'string',
  'text?': 'string',
  'final?': 'string',
  'moreAlternatives?': 'number',
  'alternatives?': [
    {
      'missing?': [{ 'text?': 'string' }],
      'calls?': [{ operation: 'string', args: ['any'], by: ['string'] }],
    },
  ],
}
