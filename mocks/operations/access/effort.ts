import type { Decision } from '../../../src/generated/models.ts'
import { refuse, type Refused } from '../../message/refusal.ts'
import type { AccessQuestion } from './asked.ts'

/** The most effort that one request may cause, over all its questions. One value of an argument counts 1. */
export const mostEffort = 50_000

/** 400 for a request that causes more effort than that. */
export const tooMuchEffort = (): Refused => refuse(400, 'invalid_request', tooMuch)

const tooMuch =
  'The questions have too many arguments, or too many reasons to tell, for one request. Ask fewer questions at once, or leave out `explain`.'

/**
 * The effort of a question. A decision reads each value of the arguments once. Its reasons take the
 * square of the largest object's size: the call is tried without each part of that object.
 */
export function effortOf(
  { context }: Pick<AccessQuestion, 'context'>,
  explain = context?.rolecall?.explain === true,
): number {
  const { values, widest } = sizeOf(context?.rolecall?.args)
  return explain ? values + widest ** 2 : values
}

/** Characters of an answer that count as one value, so that the answer to a batch stays below a megabyte. */
const charactersPerValue = 20

/** Alternatives found and left out of the answer that count as one value. */
const alternativesPerValue = 4

/** The effort of an answer with reasons, beside that of its question. */
export function effortOfAnswer({ context }: { readonly context?: Decision }): number {
  if (context === undefined) return 0
  const { moreAlternatives = 0 } = context
  const { length } = JSON.stringify(context)
  return length / charactersPerValue + moreAlternatives / alternativesPerValue
}

/** Counts the values in a JSON value, itself included, and the keys of the largest object in it. */
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
