/** Requests with one fault in the query, a header, the method, the path or the token. */
import fc from 'fast-check'
import { nonsense } from '../../properties/support/nonsense.ts'
import { type Breaking, invalid, withFault } from './breaking.ts'
import { operationsAt } from './document.ts'
import { validRequest } from './requests.ts'

/** A query with one more parameter, which the operation does not have or does not allow twice. */
export const faultyQuery: Breaking = (operation, names) => {
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

export const otherMethod: Breaking = (operation, names) => {
  const has = new Set(operationsAt(operation.path).map(({ method }) => method))
  const lacks = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'].filter(
    (one) => !has.has(one),
  )
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

export const unknownPath: Breaking = (operation, names) =>
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

export const withoutToken: Breaking = (operation, names) =>
  fc
    .tuple(validRequest(operation, names), fc.constantFrom(...wrongTokens))
    .map(([draft, [how, headers]]) => {
      const { as: _, ifMatch: __, ...rest } = draft
      return operation.isPublic
        ? draft
        : withFault(rest, { how, statuses: [401], names: 'oken' }, { headers })
    })

/** The path of a resource that does not exist. */
export const unknownResource: Breaking = (operation, names) => {
  const [last] = [...operation.path.matchAll(/\{(\w+)\}/g)].slice(-1)
  const depth = operation.path.slice(0, last?.index).split('/').length - 1
  return fc.tuple(validRequest(operation, names), nonsense).map(([draft, name]) => {
    const [path = '', query] = draft.target.split(/(?=\?)/)
    const target = path.split('/').with(depth, encodeURIComponent(name)).join('/') + (query ?? '')
    const { latest: _, ifMatch: __, ...rest } = draft
    return withFault(rest, { how: 'no such resource', statuses: [404] }, { target })
  })
}

const long = 'k'.repeat(256)

export const faultyHeader: Breaking = (operation, names) => {
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
