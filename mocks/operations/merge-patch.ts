type Json = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** RFC 7396 for a map whose values are not objects: null removes, other values replace. */
export function mergePatch<Value>(
  target: Readonly<Record<string, Value>>,
  patch: Readonly<Record<string, Value | null>>,
): Record<string, Value> {
  const entries = new Map(Object.entries(target))
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) entries.delete(key)
    else entries.set(key, value)
  }
  return Object.fromEntries(entries)
}

/** RFC 7396 for any JSON object, including nested objects. */
export function mergeDeep(target: Json, patch: Json): Record<string, unknown> {
  const merged = Object.entries(patch).map(([key, value]): [string, unknown] => [
    key,
    isObject(value) ? mergeDeep(ownObject(target, key), value) : value,
  ])
  return mergePatch(target, Object.fromEntries(merged))
}

function ownObject(target: Json, key: string): Json {
  const value = Object.hasOwn(target, key) ? target[key] : undefined
  return isObject(value) ? value : {}
}
