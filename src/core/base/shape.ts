import { isRecord } from './kind-of.ts'

/**
 * The shape of an answer, as far as the client relies on it: one or several of JSON's types (`'string null'`)
 * or `'any'`; a list whose items all have one shape; or an object with at least these members, optional ones
 * with a question mark.
 */
export type Shape = string | readonly [Shape] | { readonly [member: string]: Shape }

/** Whether the value has the shape. */
export function fits(value: unknown, shape: Shape): boolean {
  if (typeof shape === 'string') {
    return shape === 'any' || shape.split(' ').includes(value === null ? 'null' : typeof value)
  }
  // A list of shapes has one item, and no member is called 0.
  if (0 in shape) return Array.isArray(value) && value.every((item) => fits(item, shape[0]))
  return (
    isRecord(value) &&
    Object.entries(shape).every(([name, member]) => {
      const key = name.replace('?', '')
      return value[key] === undefined ? key !== name : fits(value[key], member)
    })
  )
}

/** One page of a list. */
export const page: Shape = { data: [{}], nextCursor: 'string null' }

/** A decision. A server may leave out any member. */
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
      'gives?': [{ 'text?': 'string' }],
      'calls?': [{ operation: 'string', args: ['any'], by: ['string'] }],
    },
  ],
}
