import { quoted } from './quoted.ts'

/** What can come next in a JSON text. */
type Next = 'value' | 'first' | 'name' | 'firstName' | 'colon' | 'more' | 'end'

/** A character that is not JSON, by its index, and what JSON has there. */
interface SyntaxFault {
  readonly at: number
  readonly expected: string
}

/** Where the list or object may end. */
const mayClose: ReadonlySet<Next> = new Set(['first', 'firstName', 'more'])

const blank = /[ \t\n\r]*/y
const simple = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const plain = /[ !#-[\]-\uffff]*/y
const escape = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y

/** The end of the match that begins at the index; the index itself for no match. */
function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at
}

/** The index after a string that begins with the quotation mark at `start`, or its fault. */
function stringFrom(text: string, start: number): number | SyntaxFault {
  let at = start + 1
  for (;;) {
    at = endOf(plain, text, at)
    if (text[at] === '"') return at + 1
    if (text[at] === undefined) return { at, expected: 'the end of a text' }
    if (text[at] !== '\\') return { at, expected: 'an escape such as \\n' }
    const end = endOf(escape, text, at)
    if (end === at) return { at: at + 1, expected: 'one of the escapes of JSON' }
    at = end
  }
}

const expectations: Readonly<Record<Next, (inside: string | undefined) => string>> = {
  value: () => 'a value',
  first: () => 'a value or "]"',
  name: () => 'a name in double quotes',
  firstName: () => 'a name in double quotes or "}"',
  colon: () => '":"',
  more: (inside) => `"," or "${inside === '{' ? '}' : ']'}"`,
  end: () => 'the end',
}

/** The first character that JSON does not have there, without recursion: texts may be nested deeply. */
function findFault(text: string): SyntaxFault | undefined {
  const open: string[] = []
  let next: Next = 'value'
  let at = endOf(blank, text, 0)
  while (at < text.length || next !== 'end') {
    const found = text[at]
    const fault = { at, expected: expectations[next](open.at(-1)) }
    if (found === undefined) return fault
    let end = at + 1
    let then: Next | undefined
    if (mayClose.has(next) && found === (open.at(-1) === '{' ? '}' : ']')) {
      open.pop()
    } else if (next === 'colon' || next === 'more') {
      if (found !== (next === 'colon' ? ':' : ',')) return fault
      then = next === 'more' && open.at(-1) === '{' ? 'name' : 'value'
    } else if (next !== 'end' && found === '"') {
      const after = stringFrom(text, at)
      if (typeof after !== 'number') return after
      end = after
      if (next === 'name' || next === 'firstName') then = 'colon'
    } else if (next === 'value' || next === 'first') {
      if (found === '{' || found === '[') open.push(found)
      else end = endOf(simple, text, at)
      if (end === at) return fault
      if (found === '{' || found === '[') then = found === '{' ? 'firstName' : 'first'
    } else {
      return fault
    }
    next = then ?? (open.length === 0 ? 'end' : 'more')
    at = endOf(blank, text, end)
  }
  return undefined
}

const byCharacter = (_: string, at: number): string => `character ${at + 1}`

/** A place as an editor counts it. */
export function byLine(text: string, at: number): string {
  const lines = text.slice(0, at).split('\n')
  return `line ${lines.length}, column ${(lines.at(-1)?.length ?? 0) + 1}`
}

/**
 * Says why a text is not JSON, as a clause about it: `it ends at character 17, where a value was expected`.
 * The messages of JSON.parse differ from one engine to the next. Undefined if the text is JSON.
 */
export function whyNotJson(text: string, placeOf = byCharacter): string | undefined {
  const fault = findFault(text)
  if (fault === undefined) return undefined
  const { at, expected } = fault
  const found = text.codePointAt(at)
  const where = placeOf(text, at)
  const what =
    found === undefined
      ? `it ends at ${where}`
      : `it has ${quoted(String.fromCodePoint(found))} at ${where}`
  return `${what}, where ${expected} was expected`
}
