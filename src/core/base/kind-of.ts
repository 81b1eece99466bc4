/** Whether `value` is an object, neither a list nor `null`. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Whether it is an error, of any realm: in Jest, errors of `fetch` are of another realm than the tests. */
export function isError(value: unknown): value is Error {
  return isRecord(value) && typeof value.message === 'string'
}

/** The kind of a wrong value, for a message: never its content, which may be secret. */
export function kindOf(value: unknown): string {
  if (value === null || value === '') return JSON.stringify(value)
  if (typeof value === 'number' && !Number.isFinite(value)) return `${value}`
  if (typeof value !== 'object') return typeof value
  // The name of a built-in class: Map, Date, Promise.
  const name = Object.prototype.toString.call(value).slice(8, -1)
  if (name === 'Date' && Number.isNaN(Number(value))) return 'invalid Date'
  return /^(Array|Object)$/.test(name) ? name.toLowerCase() : name
}
