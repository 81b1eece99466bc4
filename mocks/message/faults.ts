import type { FieldError } from '../../src/generated/models.ts'
import type { Fault } from '../generated/validators.js'
import { pointer } from '../shared/json-pointer.ts'
import { didYouMean } from '../shared/nearest.ts'
import { typeText } from '../shared/value-text.ts'
import { refusedCharacters } from '../shared/refused-characters.ts'

/** What is known of the keys that a body or a query may have. */
export interface KnownKeys {
  /** Keys at the top. */
  readonly keys?: readonly string[]
  /** Keys that answers have and updates can't change. */
  readonly readOnly?: readonly string[]
}

const anExample: Readonly<Record<string, string>> = {
  email: 'an e-mail address, such as reviewer@acme.test',
  'date-time': 'a date and time, such as 2026-01-05T09:00:00.000Z',
}

const words: Readonly<Record<string, string>> = typeText

const types = (type: unknown): string =>
  [type]
    .flat()
    .map((name) => words[String(name)] ?? String(name))
    .join(' or ')

/** Says what a fault is, and what would be right. */
function describe({ keyword, params, message }: Fault): string {
  switch (keyword) {
    case 'required':
      return 'Is missing.'
    case 'type':
      return `Must be ${types(params.type)}.`
    case 'enum':
      return `Must be one of ${[params.allowedValues].flat().join(', ')}.`
    case 'const':
      return `Must be ${String(params.allowedValue)}.`
    case 'format':
      return `Must be ${anExample[String(params.format)] ?? String(params.format)}.`
    case 'pattern':
      return describePattern(String(params.pattern))
    case 'uniqueItems':
      return `Items ${String(params.j)} and ${String(params.i)} are the same; each may be there once.`
    case 'minimum':
      return `Must be at least ${String(params.limit)}.`
    case 'maximum':
      return `Must be at most ${String(params.limit)}.`
    case 'minLength':
      return params.limit === 1
        ? 'Must not be empty.'
        : `Must have at least ${String(params.limit)} characters.`
    case 'maxLength':
      return `Must have at most ${String(params.limit)} characters.`
    case 'maxItems':
      return `Must have at most ${String(params.limit)} items.`
    case 'maxProperties':
      return `Must have at most ${String(params.limit)} keys.`
    default:
      return `${(message ?? 'is wrong').replace(/^./, (first) => first.toUpperCase())}.`
  }
}

function describePattern(pattern: string): string {
  if (pattern.includes('\\ufeff')) {
    const name = pattern.startsWith('^(?=') ? 'be more than blanks and joiners, and ' : ''
    return `Must ${name}hold no ${refusedCharacters}.`
  }
  if (pattern.includes('@')) return `Must be ${anExample.email}.`
  if (!pattern.includes('[a-z][a-z0-9_-]')) return `Must match ${pattern}.`
  return 'Must be a key: a lower-case letter, then up to 62 lower-case letters, digits, _ or -, and not the look of an id, such as role_.'
}

function unexpected(key: string, isTop: boolean, { keys, readOnly = [] }: KnownKeys): string {
  if (!isTop || keys === undefined) return 'Is not known here. Leave it out.'
  if (readOnly.includes(key)) return 'Is read-only. Leave it out.'
  return `Is not known.${didYouMean(key, keys)} Known are ${keys.join(', ')}.`
}

/** Where the fault is: a missing or unknown key counts as the place itself. */
function pointerOf({ instancePath, keyword, params }: Fault): string {
  if (keyword === 'required') return instancePath + pointer(String(params.missingProperty))
  if (keyword === 'additionalProperties') {
    return instancePath + pointer(String(params.additionalProperty))
  }
  return instancePath
}

/** A place that is wrong, as a JSON pointer, with its faults. */
export type FaultyPlace = readonly [pointer: string, faults: readonly Fault[]]

/** The places that are wrong, in the order in which they were found. */
export function placesOf(faults: readonly Fault[]): readonly FaultyPlace[] {
  const told = faults.filter(({ keyword }) => !followsFromAnother.has(keyword))
  return [...Map.groupBy(told, pointerOf)]
}

/** Says that something else is wrong in the same place. */
const followsFromAnother: ReadonlySet<string> = new Set(['if', 'propertyNames'])

/** Says what is wrong in one place, and what would be right. */
export function fieldError([pointer, here]: FaultyPlace, known: KnownKeys): FieldError {
  const [first] = here
  const alternatives = here.some(({ keyword }) => keyword === 'anyOf' || keyword === 'oneOf')
  if (alternatives) return { pointer, message: `Must be ${here.flatMap(allowed).join(' or ')}.` }
  if (first?.keyword === 'additionalProperties') {
    const key = String(first.params.additionalProperty)
    return { pointer, message: unexpected(key, first.instancePath === '', known) }
  }
  return { pointer, message: [...new Set(here.map(describe))].join(' ') }
}

/** What one branch of several alternatives would take. */
function allowed({ keyword, params }: Fault): string[] {
  if (keyword === 'type') return [types(params.type)]
  if (keyword === 'const') return [String(params.allowedValue)]
  return []
}

/** Whether nothing is wrong but that read-only keys were sent. */
export const onlyReadOnly = (faults: readonly Fault[], { readOnly = [] }: KnownKeys): boolean =>
  faults.every(
    ({ keyword, instancePath, params }) =>
      keyword === 'additionalProperties' &&
      instancePath === '' &&
      readOnly.includes(String(params.additionalProperty)),
  )
