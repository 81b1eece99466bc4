/** Someone's teams with the role held in each, as text. */
export function listed(teams: Readonly<Record<string, string>>): string {
  const entries = Object.entries(teams)
  return entries.map(([team, role]) => `${team} (${role})`).join(' and ') || 'no team'
}

/** A call as one would write it. */
export function written(operation: string, args: readonly unknown[]): string {
  return `${operation}(${args.map(literal).join(', ')})`
}

/** A value as one would write it. */
export function literal(value: unknown): string {
  if (typeof value === 'string') return `'${value}'`
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`
  if (typeof value !== 'object' || value === null) return String(value)
  const entries = Object.entries(value).map(([key, item]) => `${property(key)}: ${literal(item)}`)
  return `{ ${entries.join(', ')} }`
}

const property = (key: string): string => (/^[a-z]\w*$/i.test(key) ? key : `'${key}'`)
