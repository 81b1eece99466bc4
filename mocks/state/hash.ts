import { isRecord } from '../../src/core/base/kind-of.ts'

/**
 * A hash of 128 bits, as four 32-bit words (cyrb128). The same on every platform and, unlike Web Crypto,
 * synchronous. Not for secrets.
 */
export function hash128(text: string): readonly [number, number, number, number] {
  let a = 1779033703
  let b = 3144134277
  let c = 1013904242
  let d = 2773480762
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    a = b ^ Math.imul(a ^ unit, 597399067)
    b = c ^ Math.imul(b ^ unit, 2869860233)
    c = d ^ Math.imul(c ^ unit, 951274213)
    d = a ^ Math.imul(d ^ unit, 2716044179)
  }
  a = Math.imul(c ^ (a >>> 18), 597399067)
  b = Math.imul(d ^ (b >>> 22), 2869860233)
  c = Math.imul(a ^ (c >>> 17), 951274213)
  d = Math.imul(b ^ (d >>> 19), 2716044179)
  return [(a ^ b ^ c ^ d) >>> 0, (b ^ a) >>> 0, (c ^ a) >>> 0, (d ^ a) >>> 0]
}

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

/** Two characters for each value of ten bits, the lower five bits first. */
const pairs = Array.from(
  { length: 1024 },
  (_, bits) => alphabet.charAt(bits & 31) + alphabet.charAt(bits >>> 5),
)

/** A hash of `length` characters, at most 24, in Crockford's base 32. */
export function digest(text: string, length: number): string {
  let characters = ''
  for (const word of hash128(text)) {
    if (characters.length >= length) break
    // Six characters of five bits each. The two highest bits of a word are unused.
    for (let shift = 0; shift < 30; shift += 10) characters += pairs[(word >>> shift) & 1023]
  }
  return characters.slice(0, length)
}

/** JSON with sorted keys: equal values have equal texts. */
export function canonical(value: unknown): string {
  if (typeof value === 'string') return quoted(value)
  let text = ''
  if (Array.isArray(value)) {
    for (const item of value) text += `${text && ','}${canonical(item)}`
    return `[${text}]`
  }
  if (!isRecord(value)) return JSON.stringify(value) ?? 'null'
  for (const key of Object.keys(value).toSorted()) {
    const part = value[key]
    if (part !== undefined) text += `${text && ','}${quoted(key)}:${canonical(part)}`
  }
  return `{${text}}`
}

/** Nearly all texts are printable ASCII without a character to escape. */
const plain = /^[ !#-[\]-~]*$/

const quoted = (text: string): string => (plain.test(text) ? `"${text}"` : JSON.stringify(text))
