import { isRecord } from '../../src/core/base/kind-of.ts'
import { maskOf, redacted } from '../../src/core/watch/redact.ts'
import { type OperationId, operations } from '../../src/generated/operations.ts'
import { cut } from '../shared/brief.ts'

/** What a request said, as the log has it. */
export interface LoggedInput {
  readonly args?: readonly unknown[]
  readonly query?: Readonly<Record<string, string | readonly string[]>>
  readonly body?: unknown
  /** What of it is not kept. */
  readonly omitted?: string
}

/** The longest body or query that the log keeps, in characters. */
export const longestKept = 10_000

/** The longest text that it keeps whole; of path arguments, the longest that can name anything. */
const longestText = 1000
const longestReference = 254

/** Tokens and keys that a mock gives out. */
const issued = /\brc[tk]_[a-z0-9]{24}\b/g

/** What is secret by its name, wherever it stands. */
const secretName =
  /^(?:authorization|cookie|passw(?:or)?d|(?:client[_-]?)?secret|api[_-]?key|(?:access|refresh|id)[_-]?token)$/i

type Mask = (text: string) => string

/** Hides the tokens that a mock gives out, and the one that the request was sent with. */
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

/** A copy that is plain JSON, without what `mask` hides. Whatever it is a copy of may change. */
function plainCopy(value: unknown, mask: Mask): unknown {
  if (typeof value === 'string') return cut(mask(value), longestText)
  if (Array.isArray(value)) return value.map((item: unknown) => plainCopy(item, mask))
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) => {
      if (inner === undefined) return []
      const isSecret = typeof inner === 'string' && secretName.test(name)
      return [[cut(mask(name), longestText), isSecret ? redacted : plainCopy(inner, mask)]]
    }),
  )
}

/** What of a request its query and body are. */
export interface Sent {
  readonly operation: OperationId | undefined
  readonly references: readonly string[]
  /** Empty where they are too long to be kept. */
  readonly query: string
  readonly body: string
  /** Characters that the longer of the two had. */
  readonly length: number
  /** Whether that of the two was sent which the operation takes. */
  readonly isSaid: boolean
  /** What was read of it, if it was. */
  readonly input: unknown
}

/** A request's path arguments, query and body. */
export function loggedInput(
  { operation, references: named, query, body, length, isSaid, input }: Sent,
  mask: Mask,
): LoggedInput {
  const references = named.map((name) => cut(mask(name), longestReference))
  if (length > longestKept) {
    const omitted = `The log leaves out what was sent: it has ${length} characters.`
    // Without what was sent, they would be the arguments of another call.
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
      body: isBody && copy !== undefined ? copy : cut(mask(body), longestText),
    }),
  }
}

function queryOf(text: string, mask: Mask): LoggedInput['query'] | undefined {
  if (text === '') return undefined
  const values = Map.groupBy(new URLSearchParams(text), ([name]) => name)
  const shown = (name: string, value: string) =>
    secretName.test(name) ? redacted : cut(mask(value), longestText)
  return Object.fromEntries(
    [...values].map(([name, pairs]) => {
      const [first = '', ...others] = pairs.map(([, value]) => shown(name, value))
      return [cut(mask(name), longestText), others.length === 0 ? first : [first, ...others]]
    }),
  )
}
