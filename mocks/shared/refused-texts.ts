import { isRecord } from '../../src/core/base/kind-of.ts'
import { printable } from '../../src/core/base/printable.ts'
import { pointer } from './json-pointer.ts'

/** A text or key, with its place as a JSON pointer. */
interface PlacedText {
  readonly pointer: string
  readonly text: string
}

/**
 * Finds texts and keys with characters that the API allows in no name or description, such as control
 * characters. An artifact's `data` may hold any.
 */
export function* refusedTexts(whole: object): Generator<PlacedText> {
  if (!hasRefused(whole)) return
  const seen = new Set<unknown>()
  const open: Place[] = [{ value: whole, key: undefined, inside: undefined }]
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    const { value } = place
    if (typeof value === 'string' && isRefused(value)) {
      yield { pointer: pointerTo(place), text: value }
    }
    if (typeof value !== 'object' || value === null || seen.has(value)) continue
    seen.add(value)
    const parts: readonly (readonly [string, unknown])[] = Object.entries(value)
    for (const [key, part] of parts) {
      const next = { value: part, key, inside: place }
      if (isRefused(key)) yield { pointer: pointerTo(next), text: key }
      if (typeof part === 'string' ? isRefused(part) : key !== 'data' || !isRecord(part)) {
        open.push(next)
      }
    }
  }
}

const isRefused = (text: string): boolean => printable(text, '\t\n\r') !== text

/** Whether there is any. Unlike the search for its place, this needs no memory. */
function hasRefused(value: unknown): boolean {
  if (typeof value === 'string') return isRefused(value)
  if (typeof value !== 'object' || value === null) return false
  if (Array.isArray(value)) return value.some(hasRefused)
  const parts: readonly (readonly [string, unknown])[] = Object.entries(value)
  return parts.some(
    ([key, part]) => isRefused(key) || ((key !== 'data' || !isRecord(part)) && hasRefused(part)),
  )
}

/** A value with its place. The pointer is worked out for a fault alone. */
interface Place {
  readonly value: unknown
  readonly key: string | undefined
  readonly inside: Place | undefined
}

function pointerTo({ key, inside }: Place): string {
  if (key === undefined || inside === undefined) return ''
  return pointerTo(inside) + pointer(key)
}
