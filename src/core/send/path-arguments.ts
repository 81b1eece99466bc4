import { must } from '../base/check.ts'
import { kindOf } from '../base/kind-of.ts'

/**
 * A path argument that is safe to put between two slashes.
 *
 * URLs take `.` and `..` for the parent, so that `users.remove('..')` would be a call of another
 * endpoint: those are refused, and so is what no id, key or e-mail address can hold.
 */
export function pathArgument(operation: string, name: string, value: unknown): string {
  if (typeof value === 'string' && !impossible.test(value)) return value
  const wrong = typeof value === 'string' ? JSON.stringify(value) : kindOf(value)
  throw must(`${operation}: the argument ${name}`, 'an id or a natural key', wrong)
}

/** The path of a template such as `/v1/roles/{role}`. */
export function fillPath(
  operation: string,
  template: string,
  args: Readonly<Record<string, unknown>>,
): string {
  return template.replaceAll(/{(\w+)}/g, (_, name: string) =>
    encodeURIComponent(pathArgument(operation, name, args[name])),
  )
}

// Blank, the two that mean a parent, control characters, half a character.
const impossible = /^\s*$|^\.\.?$|[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u
