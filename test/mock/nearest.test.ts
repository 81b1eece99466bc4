import { expect, test } from 'vitest'
import { didYouMean, nearest, suggestion } from '../../mocks/shared/nearest.ts'

test.each([
  ['subject', ['subject', 'object'], ['object']],
  ['subject', ['subject'], []],
  ['Subject', ['subject'], ['subject']],
  ['subjct', ['subject', 'object'], ['subject', 'object']],
  ['way off', ['subject'], []],
])('%j among %j: %j', (text, names, near) => {
  expect(nearest(text, names, 3)).toEqual(near)
})

test('what was written is no suggestion', () => {
  expect(didYouMean('subject', ['subject'])).toBe('')
  expect(suggestion('subject', ['subject'], 'Remove it.')).toBe('Remove it.')
})
