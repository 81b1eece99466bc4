import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The parts of a decision that are texts. */
export type Part = 'text' | 'final' | 'missing' | 'have'

/** Every shape of a part, with a text that has it. */
export type Reviewed = Readonly<Record<Part, Readonly<Record<string, string>>>>

export const reviewedPath = (policy: string): string =>
  join(import.meta.dirname, 'reviewed', `${policy}.json`)

/** The shapes of the policy's texts that were read by somebody; undefined if there are none. */
export function reviewedIn(policy: string): Reviewed | undefined {
  const path = reviewedPath(policy)
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined
}
