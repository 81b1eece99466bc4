/** Whether `value` is an object with keys, not a list and not `null`. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Whether it is an error, of whatever realm: those of Jest's `fetch` are of another than its tests. */
export function isError(value: unknown): value is Error {
  return isRecord(value) && typeof value.message === 'string'
}

/** What a wrong value is, for a message: never what it holds, which may be secret. */
export function kindOf(value: unknown): string {
  if (value === null || value === '') return JSON.stringify(value)
  if (typeof value === 'number' && !Number.isFinite(value)) return `${value}`
  if (typeof value !== 'object') return typeof value
  // Its class, where it has one that the language knows: Map, Date, Promise.
  const name = Object.prototype.toString.call(value).slice(8, -1)
  if (name === 'Date' && Number.isNaN(Number(value))) return 'invalid Date'
  return /^(Array|Object)$/.test(name) ? name.toLowerCase() : name
}
