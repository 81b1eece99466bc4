import { pointer } from '../shared/json-pointer.ts'

/**
 * Finds a number in parsed JSON that was too large and became infinite, as a JSON pointer; undefined if
 * there is none. Serialised again, it would become null.
 */
export function infiniteAt(value: unknown): string | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : ''
  if (typeof value !== 'object' || value === null) return undefined
  for (const [key, part] of Object.entries(value)) {
    const found = infiniteAt(part)
    if (found !== undefined) return pointer(key) + found
  }
  return undefined
}
