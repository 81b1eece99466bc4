import { RolecallError } from '../errors/rolecall-error.ts'
import { kindOf } from './record.ts'

/**
 * The path arguments by name, each safe to put between two slashes.
 *
 * URLs take `.` and `..` for the parent, so that `users.remove('..')` would be a call of another
 * endpoint: those are refused, and so is what no id, key or e-mail address can hold.
 */
export function pathArguments(
  operation: string,
  names: readonly string[],
  args: readonly unknown[],
): Record<string, string> {
  return Object.fromEntries(
    names.map((name, index) => {
      const value = args[index]
      if (typeof value === 'string' && !impossible.test(value)) return [name, value]
      const wrong = typeof value === 'string' ? JSON.stringify(value) : kindOf(value)
      throw new RolecallError(
        `${operation}: the argument ${name} must be an id or a natural key, not ${wrong}`,
      )
    }),
  )
}

// Blank, the two that mean a parent, control characters, half a character.
const impossible = /^\s*$|^\.\.?$|[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u
