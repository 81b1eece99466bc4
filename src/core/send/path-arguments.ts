import { must } from '../base/check.ts'
import { kindOf } from '../base/kind-of.ts'

/**
 * Checks that a path argument is safe between two slashes. URLs resolve `.` and `..`, so that
 * `users.remove('..')` would call another endpoint: both are refused, and so is text that no id, key or e-mail
 * address can hold.
 */
export function pathArgument(operation: string, name: string, value: unknown): string {
  if (typeof value === 'string' && !impossible.test(value)) return value
  const wrong = typeof value === 'string' ? JSON.stringify(value) : kindOf(value)
  throw must(`${operation}: the argument ${name}`, 'an id or a natural key', wrong)
}

/** Fills a template such as `/v1/roles/{role}`. */
export function fillPath(
  operation: string,
  template: string,
  args: Readonly<Record<string, unknown>>,
): string {
  return template.replaceAll(/{(\w+)}/g, (_, name: string) =>
    encodeURIComponent(pathArgument(operation, name, args[name])),
  )
}

// Blank, `.` and `..`, control characters, half a character.
const impossible = /^\s*$|^\.\.?$|[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u
