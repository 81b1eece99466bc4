import { must } from '../base/check.ts'
import { kindOf } from '../base/kind-of.ts'
import { isData } from './to-json.ts'

/** Writes a query: dates in ISO 8601, lists repeated, `undefined` and `null` left out. */
export function queryString(operation: string, query: unknown): string {
  const search = new URLSearchParams()
  const what = `${operation}: the query`
  if (!isData(query)) throw must(what, 'an object such as { limit: 50 }', kindOf(query))
  for (const [name, value] of Object.entries(query)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item === undefined || item === null) continue
      const text = textOf(item)
      if (text === undefined)
        throw must(`${what}'s ${name}`, 'text, a number, a boolean or a date', kindOf(item))
      search.append(name, text)
    }
  }
  return `${search}`
}

function textOf(value: unknown): string | undefined {
  const kind = kindOf(value)
  if (kind === 'Date') return new Date(Number(value)).toISOString()
  return /^(number|string|""|boolean|bigint)$/.test(kind) ? String(value) : undefined
}
