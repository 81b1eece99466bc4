import type { Question } from './question.ts'

/** How much one request may have looked at: what its questions take, all together. */
export const mostEffort = 50_000

/**
 * What it takes to answer a question: judging it walks through the arguments, and its reasons are found
 * by trying what it would change without each part, the square of what the largest object in them holds.
 */
export function effortOf({ context }: Pick<Question, 'context'>): number {
  const { values, widest } = sizeOf(context?.args)
  return context?.explain === true ? values + widest ** 2 : values
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
