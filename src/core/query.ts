import { RolecallError } from '../errors/rolecall-error.ts'
import { kindOf } from './record.ts'
import { isData } from './to-json.ts'

/** A query as the API reads it: dates in ISO 8601, lists repeated, `undefined` and `null` left out. */
export function queryString(operation: string, query: unknown): string {
  const search = new URLSearchParams()
  const must = (what: string, value: unknown) =>
    new RolecallError(`${operation}: the query${what}, not ${kindOf(value)}`)
  if (!isData(query)) throw must(' must be an object such as { limit: 50 }', query)
  for (const [name, value] of Object.entries(query)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item === undefined || item === null) continue
      const text = textOf(item)
      if (text === undefined)
        throw must(`'s ${name} must be text, a number, a boolean or a date`, item)
      search.append(name, text)
    }
  }
  return `${search}`
}

function textOf(value: unknown): string | undefined {
  if (kindOf(value) === 'Date') return new Date(Number(value)).toISOString()
  const isText = /^(string|boolean|bigint)$/.test(typeof value) || Number.isFinite(value)
  return isText ? `${value}` : undefined
}
