/** Requests whose body has one fault. */
import fc, { type Arbitrary } from 'fast-check'
import { type Breaking, invalid, withFault } from './breaking.ts'
import type { Operation } from './document.ts'
import type { Draft } from './draft.ts'
import { faultyOf } from './faults.ts'
import type { Names } from './names.ts'
import { bodyOf, validRequest } from './requests.ts'

const unsupported = ({ responses }: Operation): readonly number[] =>
  responses.has(415) ? [415] : [400]

/** The request, with a body. */
const withBody = (operation: Operation, names: Names): Arbitrary<readonly [Draft, unknown]> =>
  fc
    .tuple(
      validRequest(operation, names),
      bodyOf(operation, names),
      fc.constantFrom(...(operation.body?.types ?? [])),
    )
    .map(([draft, value, type]) => [
      { ...draft, headers: { ...draft.headers, 'content-type': type } },
      value ?? {},
    ])

export const faultyBody: Breaking = (operation, names) =>
  withBody(operation, names).chain(([draft, value]) =>
    faultyOf(operation.body?.schema ?? {}, value).map((faulty) => {
      if (faulty === undefined) return { ...draft, body: JSON.stringify(value) }
      const { how, value: wrong, names: word, items } = faulty
      return withFault(
        draft,
        { how, statuses: invalid(operation), names: word, items },
        { body: JSON.stringify(wrong) },
      )
    }),
  )

const unreadable: readonly (readonly [how: string, (text: string) => string | Uint8Array])[] = [
  ['a body that ends too early', (text) => text.slice(0, -1)],
  ['a body with a second value', (text) => `${text}{}`],
  ['a body with a key twice', () => '{"name":"a","name":"b"}'],
  ['a number too large to keep', () => '{"name":1e999}'],
  ['a comment', (text) => `${text} // text`],
  ['single quotes', () => "{'name':'a'}"],
  ['NaN', () => '{"name":NaN}'],
  ['a byte that is no UTF-8', () => Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])],
  ['UTF-16', (text) => Buffer.from(text, 'utf16le')],
  ['a control character in a text', () => '{"name":"a\u0001"}'],
]

export const unreadableBody: Breaking = (operation, names) =>
  fc
    .tuple(withBody(operation, names), fc.constantFrom(...unreadable))
    .map(([[draft, value], [how, spoil]]) =>
      withFault(
        draft,
        { how, statuses: [400], names: 'body' },
        { body: spoil(JSON.stringify(value)) },
      ),
    )

const otherTypes: readonly (readonly [
  how: string,
  headers: Record<string, string>,
  names: string,
])[] = [
  ['another media type', { 'content-type': 'text/plain' }, 'Content-Type'],
  ['no media type', { 'content-type': '' }, 'Content-Type'],
  ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 'Content-Type'],
  ['another charset', { 'content-type': 'application/json; charset=utf-16' }, 'charset'],
  ['a compressed body', { 'content-encoding': 'gzip' }, 'Content-Encoding'],
]

export const otherType: Breaking = (operation, names) =>
  fc
    .tuple(withBody(operation, names), fc.constantFrom(...otherTypes))
    .map(([[draft, value], [how, headers, word]]) =>
      withFault(
        draft,
        { how, statuses: unsupported(operation), names: word },
        { headers, body: JSON.stringify(value) },
      ),
    )
