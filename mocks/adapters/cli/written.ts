/** A call as one would write it: `users.update('lead@acme.test', { teams: { admin: 'admin' } })`. */
export function writtenCall(operation: string, args: readonly unknown[]): string {
  return `${operation}(${args.map(written).join(', ')})`
}

/** A value as one would write it. */
export function written(value: unknown): string {
  if (typeof value === 'string') return `'${value}'`
  if (Array.isArray(value)) return `[${value.map(written).join(', ')}]`
  if (typeof value !== 'object' || value === null) return String(value)
  const entries = Object.entries(value).map(([key, item]) => `${property(key)}: ${written(item)}`)
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`
}

const property = (key: string): string => (/^[a-z]\w*$/i.test(key) ? key : `'${key}'`)
