/** Requests generated from the document: valid ones, and ones with a single fault. */
import fc, { type Arbitrary } from 'fast-check'
import { nonsense } from '../../properties/support/nonsense.ts'
import type { Operation } from './document.ts'
import type { Draft } from './draft.ts'
import type { Names } from './names.ts'
import { queryText } from './query-text.ts'
import { valueOf } from './values.ts'

type Place = Pick<Draft, 'target' | 'latest'>

const etag: Arbitrary<string> = fc.constantFrom('*', '"none-of-these"', 'W/"weak"', '"a", "b"', 'x')

const visible = fc.string({
  minLength: 1,
  maxLength: 20,
  unit: fc.constantFrom(...'abcXYZ019-_.:/+=!'.split('')),
})

/** Valid headers by the names that the document gives them. */
const headersOf: Readonly<Record<string, Arbitrary<string>>> = {
  'x-request-id': visible,
  'idempotency-key': fc.oneof(fc.constantFrom('one', 'two'), visible),
  'if-match': etag,
}

function placeOf({ path }: Operation, names: Names): Arbitrary<Place> {
  const [template = '', known = []] =
    [...names.paths]
      .filter(([one]) => path === one || path.startsWith(`${one}/`))
      .toSorted(([a], [b]) => b.length - a.length)[0] ?? []
  const rest = path.slice(template.length)
  const filled = (text: string): Arbitrary<string> =>
    fc
      .tuple(...text.split('/').map((part) => segmentOf(part, names)))
      .map((parts) => parts.join('/'))
  if (template === '') return filled(path).map((target) => ({ target }))
  const base =
    known.length === 0
      ? filled(template)
      : fc.oneof({ weight: 20, arbitrary: fc.constantFrom(...known) }, filled(template))
  return fc.tuple(base, filled(rest), fc.nat({ max: 3 })).map(([start, end, luck]) => ({
    target: start + end,
    ...(luck === 0 && { latest: { template, rest: end } }),
  }))
}

function segmentOf(part: string, { keys }: Names): Arbitrary<string> {
  const name = /^\{(\w+)\}$/.exec(part)?.[1]
  if (name === undefined) return fc.constant(part)
  const known = keys.get(name) ?? []
  const all =
    known.length === 0
      ? nonsense
      : fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...known) }, nonsense)
  return all.map((text) => encodeURIComponent(text))
}

const queryOf = ({ query }: Operation, names: Names): Arbitrary<Record<string, unknown>> =>
  fc.record(
    Object.fromEntries(
      query.map(({ name, schema }) => [
        name,
        name === 'limit' ? fc.constantFrom(1, 2, 50, 200) : valueOf(schema, names),
      ]),
    ),
    { requiredKeys: query.filter(({ required }) => required === true).map(({ name }) => name) },
  )

/** A body by the schema, or one of the document's examples. */
export function bodyOf({ body }: Operation, names: Names): Arbitrary<unknown> {
  if (!body) return fc.constant(undefined)
  const examples = Object.values(body.examples).flatMap(({ value, 'x-policy': policy }) =>
    policy === names.policy ? [value] : [],
  )
  const made = valueOf(body.schema, names)
  const whole = examples.length === 0 ? made : fc.oneof(made, fc.constantFrom(...examples))
  return body.isRequired ? whole : fc.oneof(whole, fc.constant(undefined))
}

/** Who calls: mostly people of the platform, now and then an enforcement point. */
const callerOf = ({ isForPoints }: Operation, { people }: Names): Arbitrary<string> =>
  fc.oneof(
    { weight: 20, arbitrary: fc.constant('admin@acme.test') },
    { weight: 12, arbitrary: fc.constantFrom(...people) },
    { weight: isForPoints ? 8 : 1, arbitrary: fc.constant('point') },
  )

const headers = (operation: Operation): Arbitrary<Record<string, string>> =>
  fc
    .subarray([...operation.headers.keys()])
    .chain((given) =>
      fc.record(Object.fromEntries(given.map((name) => [name, headersOf[name] ?? visible]))),
    )

/** A request that the document allows. */
export function validRequest(operation: Operation, names: Names): Arbitrary<Draft> {
  return fc
    .record({
      place: placeOf(operation, names),
      query: operation.query.length === 0 ? fc.constant({}) : queryOf(operation, names),
      body: bodyOf(operation, names),
      type: fc.constantFrom(...(operation.body?.types ?? [''])),
      as: callerOf(operation, names),
      headers: fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, headers(operation)),
      current: fc.nat({ max: 5 }),
    })
    .map(({ place, query, body, type, as, headers: sent, current }): Draft => ({
      operation,
      method: operation.method,
      target: place.target + queryText(query),
      ...(place.latest && { latest: place.latest }),
      as,
      headers: { ...(body !== undefined && { 'content-type': type }), ...sent },
      ...(current === 0 && operation.headers.has('if-match') && { ifMatch: 'current' }),
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }))
}
