import type { FieldError } from '../../src/generated/models.ts'
import type { Fault } from '../generated/validators.js'
import { mustBeEmail } from '../shared/email-address.ts'
import { pointer } from '../shared/json-pointer.ts'
import { didYouMean } from '../shared/nearest.ts'
import { refusedCharacters } from '../shared/refused-characters.ts'
import { typeText } from '../shared/value-text.ts'
import { fieldError } from './field-error.ts'

/** The keys of an operation's body or query. */
export interface KnownKeys {
  /** Keys at the top. */
  readonly keys?: readonly string[]
  /** Keys that answers have and updates can't change. */
  readonly readOnly?: readonly string[]
}

const withoutStop = (predicate: string): string => predicate.replace(/\.$/, '')

const formats: Readonly<Record<string, string>> = {
  email: withoutStop(mustBeEmail),
  'date-time': 'must be a date and time, such as 2026-01-05T09:00:00.000Z',
}

const words: Readonly<Record<string, string>> = typeText

const types = (type: unknown): string =>
  [type]
    .flat()
    .map((name) => words[String(name)] ?? String(name))
    .join(' or ')

/** Says all about an empty text, which breaks its pattern too. */
const empty = 'must not be empty'

/** The predicate of a fault, without its full stop: `must be text`. */
function describe({ keyword, params, message }: Fault): string {
  switch (keyword) {
    case 'required':
      return 'is missing'
    case 'type':
      return `must be ${types(params.type)}`
    case 'enum':
      return `must be one of ${[params.allowedValues].flat().join(', ')}`
    case 'const':
      return `must be ${String(params.allowedValue)}`
    case 'format':
      return formats[String(params.format)] ?? `must be ${String(params.format)}`
    case 'pattern':
      return describePattern(String(params.pattern))
    case 'uniqueItems':
      return `must not repeat an item: items ${Number(params.i) + 1} and ${Number(params.j) + 1} are the same`
    case 'minimum':
      return `must be at least ${String(params.limit)}`
    case 'maximum':
      return `must be at most ${String(params.limit)}`
    case 'minLength':
      return params.limit === 1 ? empty : `must have at least ${String(params.limit)} characters`
    case 'maxLength':
      return `must have at most ${String(params.limit)} characters`
    case 'maxItems':
      return `must have at most ${String(params.limit)} items`
    case 'maxProperties':
      return `must have at most ${String(params.limit)} keys`
    default:
      return message ?? 'is wrong'
  }
}

function describePattern(pattern: string): string {
  if (pattern.includes('\\ufeff')) {
    const name = pattern.startsWith('^(?=') ? 'be more than blanks and joiners, and ' : ''
    return `must ${name}hold no ${refusedCharacters}`
  }
  if (pattern.includes('@')) return withoutStop(mustBeEmail)
  if (!pattern.includes('[a-z][a-z0-9_-]')) return `must match ${pattern}`
  return 'must be a key: a lower-case letter, then up to 62 lower-case letters, digits, _ or -, and not the look of an id, such as role_'
}

function unexpected(key: string, isTop: boolean, { keys, readOnly = [] }: KnownKeys): string {
  if (!isTop || keys === undefined) return 'is unknown. Leave it out.'
  if (readOnly.includes(key)) return 'is read-only. Leave it out.'
  return `is unknown.${didYouMean(key, keys)} Known are ${keys.join(', ')}.`
}

/** The place of a fault. A missing or unknown key is a place itself. */
function pointerOf({ instancePath, keyword, params }: Fault): string {
  if (keyword === 'required') return instancePath + pointer(String(params.missingProperty))
  if (keyword === 'additionalProperties') {
    return instancePath + pointer(String(params.additionalProperty))
  }
  return instancePath
}

/** A wrong place, as a JSON pointer, with its faults. */
export type FaultyPlace = readonly [pointer: string, faults: readonly Fault[]]

/** Groups faults by place, in the order in which they were found. */
export function placesOf(faults: readonly Fault[]): readonly FaultyPlace[] {
  const told = faults.filter(({ keyword }) => !followsFromAnother.has(keyword))
  return [...Map.groupBy(told, pointerOf)]
}

/** Faults that follow from another one at the same place. */
const followsFromAnother: ReadonlySet<string> = new Set(['if', 'propertyNames'])

/** The error for one place, in a sentence: `email must be text.` */
export const faultAt = (place: FaultyPlace, known: KnownKeys): FieldError =>
  fieldError(place[0], predicateOf(place, known))

/** The same without its subject: `must be text.` */
export function predicateOf([, here]: FaultyPlace, known: KnownKeys = {}): string {
  const [first] = here
  const alternatives = here.some(({ keyword }) => keyword === 'anyOf' || keyword === 'oneOf')
  if (alternatives) return `must be ${here.flatMap(allowed).join(' or ')}.`
  if (first?.keyword === 'additionalProperties') {
    return unexpected(String(first.params.additionalProperty), first.instancePath === '', known)
  }
  const predicates = new Set(here.map(describe))
  return `${predicates.has(empty) ? empty : [...predicates].join(' and ')}.`
}

/** The values that one of several alternatives allows. */
function allowed({ keyword, params }: Fault): string[] {
  if (keyword === 'type') return [types(params.type)]
  if (keyword === 'const') return [String(params.allowedValue)]
  return []
}

/** Whether the only faults are read-only keys. */
export const onlyReadOnly = (faults: readonly Fault[], { readOnly = [] }: KnownKeys): boolean =>
  faults.every(
    ({ keyword, instancePath, params }) =>
      keyword === 'additionalProperties' &&
      instancePath === '' &&
      readOnly.includes(String(params.additionalProperty)),
  )
