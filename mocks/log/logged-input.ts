import { isRecord } from '../../src/core/base/kind-of.ts'
import { maskOf, redacted } from '../../src/core/watch/redact.ts'
import { type OperationId, operations } from '../../src/generated/operations.ts'
import { cut } from '../shared/brief.ts'

/** The input of a request, for the log. */
export interface LoggedInput {
  readonly args?: readonly unknown[]
  readonly query?: Readonly<Record<string, string | readonly string[]>>
  readonly body?: unknown
  /** A note on the parts that the log does not keep. */
  readonly omitted?: string
}

/** The longest body or query that the log keeps, in characters. */
export const longestKept = 10_000

/** The longest text that it keeps whole, and the longest path argument that can name anything. */
const longestText = 1000
const longestReference = 254

/** Tokens and keys that mocks issue. */
const issued = /\brc[tk]_[a-z0-9]{24}\b/g

/** Names of secret values, wherever they stand. */
const secretName =
  /^(?:authorization|cookie|passw(?:or)?d|(?:client[_-]?)?secret|api[_-]?key|(?:access|refresh|id)[_-]?token)$/i

export type Mask = (text: string) => string

/** Masks tokens that mocks issue, and the token of the request. */
export function maskFor(authorization: string | undefined): Mask {
  const sent = maskOf([authorization?.replace(/^\w+ +/, '')])
  return (text) => sent(text.replace(issued, '[token]'))
}

/** Masks every text in a value, in place. */
export function maskWithin(value: unknown, mask: Mask): void {
  if (typeof value !== 'object' || value === null) return
  for (const [name, inner] of Object.entries(value)) {
    if (typeof inner === 'string') Reflect.set(value, name, mask(inner))
    else maskWithin(inner, mask)
  }
}

/** A text, masked and cut. */
export const keptText = (text: string, mask: Mask): string => cut(mask(text), longestText)

/** A masked copy, as plain JSON. */
export function plainCopy(value: unknown, mask: Mask): unknown {
  if (typeof value === 'string') return keptText(value, mask)
  if (Array.isArray(value)) return value.map((item: unknown) => plainCopy(item, mask))
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) => {
      if (inner === undefined) return []
      const isSecret = typeof inner === 'string' && secretName.test(name)
      return [[keptText(name, mask), isSecret ? redacted : plainCopy(inner, mask)]]
    }),
  )
}

/** The input of a request, as sent. */
export interface Sent {
  readonly operation: OperationId | undefined
  readonly references: readonly string[]
  /** Empty, like `body`, if one of them is too long to keep. */
  readonly query: string
  readonly body: string
  /** The length of the longer one, in characters. */
  readonly length: number
  /** Whether the request has the one that the operation takes. */
  readonly isSaid: boolean
  /** Its value, if it could be read. */
  readonly input: unknown
}

/** The arguments, query and body of a request, masked and cut. */
export function loggedInput(
  { operation, references: named, query, body, length, isSaid, input }: Sent,
  mask: Mask,
): LoggedInput {
  const references = named.map((name) => cut(mask(name), longestReference))
  if (length > longestKept) {
    const omitted = `The log leaves out the input: it has ${length} characters.`
    // Arguments without the input would be those of another call.
    return { ...(operation && !isSaid && { args: references }), omitted }
  }
  const copy = input === undefined ? undefined : plainCopy(input, mask)
  const isWhole = !isSaid || copy !== undefined
  const pairs = queryOf(query, mask)
  const isBody = operation && operations[operation].input === 'body'
  return {
    ...(operation && isWhole && { args: isSaid ? [...references, copy] : references }),
    ...(pairs && { query: pairs }),
    ...(body !== '' && {
      body: isBody && copy !== undefined ? copy : keptText(body, mask),
    }),
  }
}

function queryOf(text: string, mask: Mask): LoggedInput['query'] | undefined {
  if (text === '') return undefined
  const values = Map.groupBy(new URLSearchParams(text), ([name]) => name)
  const shown = (name: string, value: string) =>
    secretName.test(name) ? redacted : keptText(value, mask)
  return Object.fromEntries(
    [...values].map(([name, pairs]) => {
      const [first = '', ...others] = pairs.map(([, value]) => shown(name, value))
      return [keptText(name, mask), others.length === 0 ? first : [first, ...others]]
    }),
  )
}
