/** Whether `value` is an object with keys, not a list and not `null`. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What a wrong value is, for a message: never what it holds, which may be secret. */
export function kindOf(value: unknown): string {
  if (value === null || value === '') return JSON.stringify(value)
  return Array.isArray(value) ? 'array' : typeof value
}
