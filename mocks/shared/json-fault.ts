import { brief } from './brief.ts'
import { pointer } from './json-pointer.ts'
import { deepest } from './too-deep.ts'

/** An open array or object, with the current place in it. */
interface Open {
  /** The names so far; undefined for an array. */
  readonly names: Set<string> | undefined
  step: string | number
}

/**
 * Finds faults that JSON.parse accepts: a name twice in one object, of which it would keep the last, and
 * nesting so deep that readers of the value would exhaust the stack. The fault is a predicate, for a
 * subject such as `The body`. The text must be valid JSON; it is read once, from the front.
 */
export function jsonFault(json: string): string | undefined {
  const open: Open[] = []
  let nameNext = false
  for (let index = 0; index < json.length; index += 1) {
    const character = json[index]
    const inside = open.at(-1)
    if (character === '"') {
      const end = endOfString(json, index)
      if (nameNext && inside?.names !== undefined) {
        const name = nameIn(json.slice(index, end + 1))
        if (inside.names.has(name)) return twice(name, open.slice(0, -1))
        inside.names.add(name)
        inside.step = name
        nameNext = false
      }
      index = end
    } else if (character === '{' || character === '[') {
      if (open.length === deepest) {
        return `is nested more than ${deepest} levels deep${at(open.slice(0, 8))}`
      }
      nameNext = character === '{'
      open.push({ names: nameNext ? new Set() : undefined, step: 0 })
    } else if (character === '}' || character === ']') {
      open.pop()
      nameNext = false
    } else if (character === ',' && inside !== undefined) {
      nameNext = inside.names !== undefined
      if (typeof inside.step === 'number') inside.step += 1
    }
  }
  return undefined
}

function endOfString(json: string, start: number): number {
  let index = start + 1
  while (json[index] !== '"') index += json[index] === '\\' ? 2 : 1
  return index
}

/** The name, without escapes: `"a"` and `"\u0061"` are the same. */
const nameIn = (text: string): string =>
  text.includes('\\') ? String(JSON.parse(text)) : text.slice(1, -1)

const twice = (name: string, around: readonly Open[]): string =>
  `has ${brief(JSON.stringify(name))} twice in one object${at(around)}`

function at(around: readonly Open[]): string {
  const place = pointer(...around.map(({ step }) => step))
  return place === '' ? '' : `, at ${brief(place)}`
}
