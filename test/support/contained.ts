import { isDeepStrictEqual } from 'node:util'

/** Whether a value is another one, of which lists and maps may leave out entries. */
export function contained(part: unknown, whole: unknown): boolean {
  if (Array.isArray(part) && Array.isArray(whole))
    return part.every((one, index) => contained(one, whole[index]))
  if (!isObject(part) || !isObject(whole)) return isDeepStrictEqual(part, whole)
  const entries = new Map<string, unknown>(Object.entries(whole))
  return Object.entries(part).every(
    ([key, value]) => entries.has(key) && contained(value, entries.get(key)),
  )
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null
