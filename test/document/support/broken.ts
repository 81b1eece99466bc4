/** Requests with one fault each: in the body, the query, a header, the method, the path or the token. */
import fc, { type Arbitrary } from 'fast-check'
import { type Operation, operations, operationsAt } from './document.ts'
import type { Draft, Fault } from './draft.ts'
import { exampleRequests } from './examples.ts'
import { faultyOf } from './faults.ts'
import type { Names } from './names.ts'
import { oddRequest } from './odd.ts'
import { bodyOf, validRequest } from './requests.ts'

type Breaking = (operation: Operation, names: Names) => Arbitrary<Draft>

/** The statuses with which the operation may refuse a value that its schema does not allow. */
const invalid = ({ responses }: Operation): readonly number[] =>
  [422, 400].filter((status) => responses.has(status)).slice(0, 1)

const unsupported = ({ responses }: Operation): readonly number[] =>
  responses.has(415) ? [415] : [400]

const withFault = (draft: Draft, fault: Fault, change: Partial<Draft> = {}): Draft => ({
  ...draft,
  ...change,
  headers: { ...draft.headers, ...change.headers },
  fault,
})

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

const faultyBody: Breaking = (operation, names) =>
  withBody(operation, names).chain(([draft, value]) =>
    faultyOf(operation.body?.schema ?? {}, value).map((faulty) => {
      if (faulty === undefined) return { ...draft, body: JSON.stringify(value) }
      const { how, value: wrong, names: word } = faulty
      return withFault(
        draft,
        { how, statuses: invalid(operation), names: word },
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

const unreadableBody: Breaking = (operation, names) =>
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

const otherType: Breaking = (operation, names) =>
  fc
    .tuple(withBody(operation, names), fc.constantFrom(...otherTypes))
    .map(([[draft, value], [how, headers, word]]) =>
      withFault(
        draft,
        { how, statuses: unsupported(operation), names: word },
        { headers, body: JSON.stringify(value) },
      ),
    )

/** A query with one more parameter, which the operation does not have or does not allow twice. */
const faultyQuery: Breaking = (operation, names) => {
  const { query } = operation
  const [first] = query
  const wrong: (readonly [how: string, more: string, names: string])[] = [
    ['an unknown parameter', 'unknownName=1', 'unknownName'],
    ['an unknown parameter', '__proto__=1', '__proto__'],
    ...(first
      ? ([['a parameter twice', `${first.name}=a&${first.name}=b`, first.name]] as const)
      : []),
    ...query.flatMap(({ name, schema }) => [
      ...(schema.type === 'integer'
        ? ['0x10', '1e1', '-1', '', '9999', '1.0', '+1'].map(
            (text) => ['no such number', `${name}=${encodeURIComponent(text)}`, name] as const,
          )
        : []),
      ...(schema.enum ? [['none of the values', `${name}=nothing-like-it`, name] as const] : []),
      ...(schema.type === 'boolean' ? [['no boolean', `${name}=1`, name] as const] : []),
      ...(schema.minLength === undefined ? [] : [['an empty text', `${name}=`, name] as const]),
      ...(schema.maxLength === undefined
        ? []
        : [['a long text', `${name}=${'x'.repeat(schema.maxLength + 1)}`, name] as const]),
    ]),
  ]
  return fc
    .tuple(validRequest(operation, names), fc.constantFrom(...wrong))
    .map(([draft, [how, more, word]]) => {
      const path = draft.target.replace(/\?.*$/s, '')
      return withFault(
        draft,
        { how, statuses: invalid(operation), names: word },
        { target: `${path}?${more}` },
      )
    })
}

const otherMethod: Breaking = (operation, names) => {
  const has = new Set(operationsAt(operation.path).map(({ method }) => method))
  const lacks = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter((one) => !has.has(one))
  return fc
    .tuple(validRequest(operation, names), fc.constantFrom(...lacks))
    .map(([draft, method]) => {
      const { operation: _, latest: __, ifMatch: ___, ...rest } = draft
      return withFault(
        rest,
        { how: 'another method', statuses: [405], names: method, path: operation.path },
        { method },
      )
    })
}

const unknownPaths = [
  '/v1',
  '/v1/',
  '/v2/roles',
  '/v1/role',
  '/v1/roles/a/b',
  '/v1//roles',
  '/V1/roles',
  '/access/v1',
  '/nowhere',
  '/v1/me/',
  '/v1/roles/',
  '/v1/%72oles/',
  '/.well-known/other',
]

const unknownPath: Breaking = (operation, names) =>
  fc
    .tuple(validRequest(operation, names), fc.constantFrom(...unknownPaths))
    .map(([draft, target]) => {
      const { operation: _, latest: __, ifMatch: ___, ...rest } = draft
      return withFault(rest, { how: 'an unknown path', statuses: [404], names: target }, { target })
    })

const wrongTokens: readonly (readonly [how: string, headers: Record<string, string>])[] = [
  ['no token', {}],
  ['an unknown token', { authorization: 'Bearer nobody' }],
  ['another scheme', { authorization: 'Basic YTpi' }],
  ['an empty token', { authorization: 'Bearer ' }],
  ['a token in quotes', { authorization: 'Bearer "x"' }],
]

const withoutToken: Breaking = (operation, names) =>
  fc
    .tuple(validRequest(operation, names), fc.constantFrom(...wrongTokens))
    .map(([draft, [how, headers]]) => {
      const { as: _, ifMatch: __, ...rest } = draft
      return operation.isPublic
        ? draft
        : withFault(rest, { how, statuses: [401], names: 'oken' }, { headers })
    })

const long = 'k'.repeat(256)

const faultyHeader: Breaking = (operation, names) => {
  const wrong = [
    ...(operation.headers.has('idempotency-key')
      ? ['', long].map(
          (text) =>
            [
              'a key of a wrong length',
              { 'idempotency-key': text },
              'Idempotency-Key',
              [400],
            ] as const,
        )
      : []),
  ]
  return wrong.length === 0
    ? validRequest(operation, names)
    : fc
        .tuple(validRequest(operation, names), fc.constantFrom(...wrong))
        .map(([draft, [how, headers, word, statuses]]) =>
          withFault(draft, { how, statuses, names: word }, { headers }),
        )
}

/** Valid requests and broken ones of every kind. */
export function anyRequest(names: Names): Arbitrary<Draft> {
  const weights: readonly (readonly [number, Breaking, ((one: Operation) => boolean)?])[] = [
    [16, validRequest],
    [10, faultyBody, hasBody],
    [3, unreadableBody, hasBody],
    [2, otherType, hasBody],
    [5, faultyQuery, (one) => invalid(one).length > 0],
    [2, faultyHeader],
    [2, otherMethod],
    [1, unknownPath],
    [3, withoutToken],
    [6, oddRequest],
  ]
  // Calls that change something come more often, those that the platform does not offer hardly ever.
  const share = ({ id, isSafe }: Operation) => (names.offered.has(id) ? (isSafe ? 3 : 10) : 1)
  const made = weights.flatMap(([weight, breaking, isFor = () => true]) =>
    operations.filter(isFor).map((operation) => ({
      weight: weight * share(operation),
      arbitrary: breaking(operation, names),
    })),
  )
  const shown = operations.flatMap((operation) =>
    exampleRequests(operation, names.policy).map((arbitrary) => ({
      weight: 8 * share(operation),
      arbitrary,
    })),
  )
  return fc.oneof(...made, ...shown)
}

const hasBody = ({ body }: Operation): boolean => body !== undefined
