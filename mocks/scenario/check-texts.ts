import { isRecord } from '../../src/core/base/kind-of.ts'
import { printable } from '../../src/core/base/printable.ts'
import { ConfigurationError } from '../shared/configuration-error.ts'
import { pointer } from '../shared/json-pointer.ts'
import { brief } from '../shared/brief.ts'
import { refusedCharacters } from '../shared/refused-characters.ts'

/**
 * Throws if a text or key holds characters that the API allows in no name or description, such as control
 * characters. An artifact's `data` may hold any.
 *
 * @param placeOf - Names the place at a JSON pointer.
 */
export function checkTexts(whole: object, placeOf: (pointer: string) => string): void {
  const seen = new Set<unknown>()
  const open: { value: unknown; at: string }[] = [{ value: whole, at: '' }]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, at } = next
    if (typeof value === 'string') checkText(placeOf, at, value)
    if (typeof value !== 'object' || value === null || seen.has(value)) continue
    seen.add(value)
    for (const [key, part] of Object.entries(value)) {
      const place = at + pointer(key)
      checkText(placeOf, place, key)
      if (key !== 'data' || !isRecord(part)) open.push({ value: part, at: place })
    }
  }
}

function checkText(placeOf: (pointer: string) => string, at: string, text: string): void {
  if (printable(text, '\t\n\r') === text) return
  throw new ConfigurationError(
    `${brief(placeOf(at), 300)} must hold no ${refusedCharacters}; it is "${brief(text)}".`,
  )
}
