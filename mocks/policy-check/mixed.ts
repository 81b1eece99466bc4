import type { JsonSchema } from './json-schema.ts'

/** The keys of an object that is several at once, and the fix. */
interface Mixed {
  readonly message: string
  readonly fix: string
}

/**
 * The fault of an object that is several alternatives of a union at once, where another alternative lists
 * such objects, as `all` and `any` list requirements. Undefined for any other object.
 *
 * @param lists - The keys of those lists.
 */
export function mixedFault(
  alternatives: readonly JsonSchema[],
  lists: readonly string[],
  given: Readonly<Record<string, unknown>>,
): Mixed | undefined {
  const found = new Map<string, JsonSchema>()
  for (const alternative of alternatives) {
    const [key] = alternative.required ?? []
    if (key !== undefined && Object.hasOwn(given, key)) found.set(key, alternative)
  }
  const [list] = lists
  if (found.size < 2 || list === undefined) return undefined
  const keys = [...found.keys()]
  const parts = [...found.values()].map((alternative) => sketch(alternative, given))
  return {
    message: `${keys.slice(0, -1).join(', ')} and ${keys.at(-1)} can't be keys of one object.`,
    fix: `Wrap them in ${lists.join(' or ')}: {"${list}": [${parts.join(', ')}]}.`,
  }
}

/** The object's keys that belong to the alternative, and those that it needs: `{"permission": …, "in": …}`. */
function sketch(
  { properties = {}, required = [] }: JsonSchema,
  given: Readonly<Record<string, unknown>>,
): string {
  const keys = Object.keys(properties).filter(
    (key) => required.includes(key) || Object.hasOwn(given, key),
  )
  return `{${keys.map((key) => `"${key}": …`).join(', ')}}`
}
