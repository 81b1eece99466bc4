import type { Mock } from '../../mocks/index.ts'

/** An answer: the body is parsed, or undefined if empty. */
export interface Answered {
  readonly status: number
  readonly headers: Headers
  readonly body: Json
}

/** JSON of any shape, to read by path. */
export interface Json {
  readonly [key: string]: unknown
}

interface Sent {
  readonly body?: unknown
  readonly headers?: Record<string, string>
}

/** Sends requests as one user: `const ask = as(mock, 'lead@acme.test'); await ask('GET /v1/me')`. */
export function as(mock: Pick<Mock, 'fetch' | 'token'>, user: string) {
  const authorization = `Bearer ${mock.token(user)}`
  return (line: string, body?: unknown, headers: Record<string, string> = {}) =>
    send(mock, line, { body, headers: { authorization, ...headers } })
}

/** Sends a request, signed in or not. Text is sent unchanged, anything else as JSON. */
export async function send(
  mock: Pick<Mock, 'fetch'>,
  line: string,
  { body, headers = {} }: Sent = {},
): Promise<Answered> {
  const [method = '', path = ''] = line.split(' ')
  const response = await mock.fetch(path, {
    method,
    headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const text = await response.text()
  const parsed: unknown = text === '' ? {} : JSON.parse(text)
  return { status: response.status, headers: response.headers, body: isJson(parsed) ? parsed : {} }
}

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null

/** The value at the end of the path, such as `at(body, 'data', 0, 'id')`. */
export function at(value: unknown, ...path: (string | number)[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined,
    value,
  )
}

/** The text at the end of the path. */
export function text(value: unknown, ...path: (string | number)[]): string {
  const found = at(value, ...path)
  if (typeof found !== 'string') throw new Error(`No text at ${path.join('.')}.`)
  return found
}

/** The items of a page, each reduced to one of its keys. */
export function column(page: unknown, key: string): unknown[] {
  const data = at(page, 'data')
  return Array.isArray(data) ? data.map((item) => at(item, key)) : []
}
