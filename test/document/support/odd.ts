/** Requests that no client sends: whatever they get, it must be a documented answer. */
import fc, { type Arbitrary } from 'fast-check'
import type { Operation } from './document.ts'
import type { Draft } from './draft.ts'
import type { Names } from './names.ts'
import { validRequest } from './requests.ts'

const targets = [
  '%',
  '%zz',
  '%ff',
  '%00',
  '%2e%2e',
  '%2F',
  'a%2Fb',
  '%C3%28',
  '\u00e9',
  '..',
  '.',
  '',
  ' '.trim(),
  'x'.repeat(3000),
  '__proto__',
  'constructor',
  ';a=b',
  '%25',
  '*',
  'null',
]

const values = [
  '',
  ' ',
  '"',
  '""',
  ',',
  '*, "a"',
  '\u00e9\u00ff',
  'a\tb',
  'x'.repeat(1024),
  'x'.repeat(4000),
  '0',
  '[object Object]',
  'W/*',
]

const bytes: Arbitrary<Uint8Array> = fc.uint8Array({ maxLength: 60 })

const deep: readonly string[] = [
  '['.repeat(50_000),
  `${'['.repeat(5000)}${']'.repeat(5000)}`,
  `${'{"a":'.repeat(3000)}1${'}'.repeat(3000)}`,
]

const json = fc.json({ maxDepth: 4 })

const oddBody: Arbitrary<string | Uint8Array> = fc.oneof(
  { weight: 4, arbitrary: json },
  { weight: 3, arbitrary: bytes },
  { weight: 1, arbitrary: fc.constantFrom(...deep) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '',
      '\u{FEFF}',
      '\u{FEFF}{}',
      'null',
      '[]',
      '0',
      '"text"',
      '{"__proto__":{}}',
    ),
  },
)

const headerNames = [
  'x-request-id',
  'idempotency-key',
  'if-match',
  'content-type',
  'content-encoding',
  'accept',
  'authorization',
  'if-none-match',
  'range',
  'x-http-method-override',
  'cookie',
]

const changes: Arbitrary<(draft: Draft) => Partial<Draft>> = fc.oneof(
  fc.constantFrom(...targets).map((text) => ({ target }: Draft) => ({
    target: target.replace(/[^/?]+(?=\?|$)/, text),
  })),
  fc.string({ maxLength: 20 }).map((text) => ({ target }: Draft) => ({
    target: `${target.replace(/\?.*$/s, '')}?${encodeURI(text).replaceAll('#', '')}`,
  })),
  oddBody.map((body) => ({ headers }: Draft) => ({
    body,
    headers: { 'content-type': 'application/json', ...headers },
  })),
  fc
    .tuple(fc.constantFrom(...headerNames), fc.constantFrom(...values))
    .map(([name, value]) => ({ headers }: Draft) => ({
      headers: { ...headers, [name]: value },
    })),
)

/** A valid request, with some of its parts replaced. */
export const oddRequest = (operation: Operation, names: Names): Arbitrary<Draft> =>
  fc
    .tuple(validRequest(operation, names), fc.array(changes, { minLength: 1, maxLength: 3 }))
    .map(([draft, all]) => {
      const {
        operation: _,
        latest: __,
        ifMatch: ___,
        ...changed
      } = all.reduce<Draft>((made, change) => ({ ...made, ...change(made) }), draft)
      const isSamePath = changed.target.split('?')[0] === draft.target.split('?')[0]
      return { ...changed, ...(isSamePath && { operation }), isOdd: true as const }
    })
