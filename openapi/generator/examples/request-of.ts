import { type Document, httpMethods } from '../document.ts'
import type { Example } from './example.ts'

/** A request as `fetch` takes it, without a token. */
export interface ExampleRequest {
  readonly method: string
  /** Path and query. */
  readonly target: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

/** The request of an example. */
export function requestOf({ paths }: Document, example: Example): ExampleRequest {
  for (const [template, item] of Object.entries(paths)) {
    for (const method of httpMethods) {
      if (item[method]?.operationId !== example.operation) continue
      const path = template.replaceAll(/\{(\w+)\}/g, (_, name) =>
        encodeURIComponent(String(example.path[name])),
      )
      const query = new URLSearchParams(texts(example.query)).toString()
      const [type = 'application/json'] = Object.keys(item[method].requestBody?.content ?? {})
      const hasBody = example.body !== undefined
      return {
        method: method.toUpperCase(),
        target: query === '' ? path : `${path}?${query}`,
        headers: { ...texts(example.header), ...(hasBody && { 'Content-Type': type }) },
        ...(hasBody && { body: JSON.stringify(example.body) }),
      }
    }
  }
  throw new Error(`The document has no operation ${example.operation}.`)
}

const texts = (values: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]))
