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
  for (const placed of textsIn(whole)) {
    if (printable(placed.text, '\t\n\r') !== placed.text) yield placed
  }
}

function* textsIn(whole: object): Generator<PlacedText> {
  const seen = new Set<unknown>()
  const open: { value: unknown; at: string }[] = [{ value: whole, at: '' }]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, at } = next
    if (typeof value === 'string') yield { pointer: at, text: value }
    if (typeof value !== 'object' || value === null || seen.has(value)) continue
    seen.add(value)
    for (const [key, part] of Object.entries(value)) {
      const place = at + pointer(key)
      yield { pointer: place, text: key }
      if (key !== 'data' || !isRecord(part)) open.push({ value: part, at: place })
    }
  }
}
