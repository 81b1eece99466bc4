import { RolecallError } from '../base/rolecall-error.ts'
import { isPlain, must } from '../base/check.ts'
import { kindOf } from '../base/kind-of.ts'

/**
 * Writes a body as JSON. Members that are `undefined` are left out, dates are ISO 8601.
 *
 * `JSON.stringify` alone writes NaN and invalid dates as `null`, a Map as `{}`, and drops functions. Since `null`
 * removes a member, all of these are refused.
 *
 * @throws {@link RolecallError} that names operation and place: `users.update: teams.support must be …`.
 */
export function toJson(operation: string, input: unknown): string {
  // The objects being written, from the outermost to the holder of the current member.
  const within: { readonly step: string; readonly value: unknown }[] = []
  try {
    return JSON.stringify(input, function (this: object, key, value: unknown) {
      while (within.length && within.at(-1)?.value !== this) within.pop()
      const original: unknown = Reflect.get(this, key)
      // Its toJSON answers nothing, and null would remove.
      const isLost = (value ?? null) === null && value !== original
      const isCycle = within.some((outer) => outer.value === value)
      within.push({ step: Array.isArray(this) ? `[${key}]` : `.${key}`, value })
      if (!isLost && !isCycle && holds(value, this)) return value
      const place = within.map(({ step }) => step).join('')
      const wrong = isCycle ? 'a part of itself' : kindOf(isLost ? original : value)
      const name = place.replace(/^\.+/, '') || 'the body'
      throw must(`${operation}: ${name}`, 'what JSON can hold', wrong)
    })
  } catch (cause) {
    if (cause instanceof RolecallError) throw cause
    throw new RolecallError(`${operation} can't be written as JSON`, { cause })
  }
}

/** The message of the error that {@link toJson} throws for one of the arguments, if any. */
export function faultOf(operation: string, args: readonly unknown[]): string | undefined {
  try {
    for (const arg of args) toJson(operation, arg)
    return undefined
  } catch (error) {
    return `${error}`
  }
}

function holds(value: unknown, holder: object): boolean {
  const kind = kindOf(value)
  if (kind === 'undefined') return !Array.isArray(holder)
  return /^(number|string|""|boolean|null|array)$/.test(kind) || isData(value)
}

/** Whether all of the object is in its keys, unlike a Map or a Date. */
export function isData(value: unknown): value is Readonly<Record<string, unknown>> {
  return isPlain(value) || (kindOf(value) === 'object' && Object.keys(value ?? {}).length > 0)
}
