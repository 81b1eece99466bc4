import type { Decision } from '../../../src/generated/models.ts'
import type { AccessQuestion } from './question.ts'

/** How much one request may have looked at: what its questions take, all together. */
export const mostEffort = 50_000

/**
 * What it takes to answer a question: judging it walks through the arguments, and its reasons are found
 * by trying what it would change without each part, the square of what the largest object in them holds.
 */
export function effortOf(
  { context }: Pick<AccessQuestion, 'context'>,
  explain = context?.explain === true,
): number {
  const { values, widest } = sizeOf(context?.args)
  return explain ? values + widest ** 2 : values
}

/** Characters of an answer that cost as much as one value of a question: a batch answers a megabyte at most. */
const charactersPerValue = 20

/** Alternatives that were found and are not told, which cost as much as one value of a question. */
const alternativesPerValue = 4

/** What an answer takes beside its question: its reasons are found, and told. */
export function effortOfAnswer({ context }: { readonly context?: Decision }): number {
  if (context === undefined) return 0
  const { moreAlternatives = 0 } = context
  const { length } = JSON.stringify(context)
  return length / charactersPerValue + moreAlternatives / alternativesPerValue
}

/** How many values a JSON value is made of, itself included, and how many keys the largest object in it has. */
function sizeOf(value: unknown): { values: number; widest: number } {
  if (typeof value !== 'object' || value === null) return { values: 1, widest: 0 }
  const parts = Object.values(value)
  const size = { values: 1, widest: Array.isArray(value) ? 0 : parts.length }
  for (const part of parts) {
    const { values, widest } = sizeOf(part)
    size.values += values
    size.widest = Math.max(size.widest, widest)
  }
  return size
}
