import { pointer } from '../shared/json-pointer.ts'

/**
 * Where JSON that was read has a number so large that it became infinite, as a JSON pointer; undefined
 * if it has none. Written again, it would be null.
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
