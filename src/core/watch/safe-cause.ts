import { RolecallError } from '../base/rolecall-error.ts'
import { printable } from '../base/printable.ts'
import { isError, kindOf } from '../base/kind-of.ts'
import type { Mask } from './redact.ts'

/**
 * Makes a safe cause of a thrown value: a copy with the members that say why it failed, secrets masked and
 * invisible characters escaped. Any other member may hold the request and its token. An AggregateError keeps
 * its parts, copied too; a value that is no error becomes its kind.
 */
export function safeCause(thrown: unknown, mask: Mask, within: readonly unknown[] = []): unknown {
  const show = (text: unknown, keep?: string) =>
    typeof text === 'string' ? printable(mask(text), keep) : ''
  if (typeof thrown === 'string') return show(thrown)
  // An error may be its own cause, or a part of itself.
  if (thrown === undefined || within.includes(thrown) || within.length > 8) return undefined
  // Our own errors were masked when they were made.
  if (thrown instanceof RolecallError) return thrown
  try {
    if (isError(thrown)) {
      // An object thrown in place of an error may have a message alone.
      const name = show(thrown.name)
      const code = show(Reflect.get(thrown, 'code'))
      const path = [...within, thrown]
      const cause = safeCause(thrown.cause, mask, path)
      const copy = new Error(show(thrown.message), cause ? { cause } : {})
      // Each part may have as many parts: count it as three levels.
      const parts = partsOf(thrown).flatMap(
        (part) => safeCause(part, mask, [...path, thrown, thrown]) ?? [],
      )
      return Object.assign(copy, {
        ...(name && name !== 'Error' && { name }),
        // A stack begins with the message. Escape the line breaks of that alone.
        stack: show(thrown.stack, '\n').replace(show(thrown.message, '\n'), () => copy.message),
        ...(code && { code }),
        ...(parts.length > 0 && { errors: parts }),
      })
    }
  } catch {
    // A getter of the error throws.
  }
  return kindOf(thrown)
}

/**
 * The reason in a safe cause. Node's `fetch` says 'fetch failed' and has the reason in the cause; for a host
 * with several addresses in the cause's parts, under an empty message.
 */
export function reasonIn(cause: unknown, depth = 0): string {
  if (!isError(cause) || depth > 8) return String(cause)
  if (isError(cause.cause)) return reasonIn(cause.cause, depth + 1)
  const parts = partsOf(cause).map((part) => reasonIn(part, depth + 3))
  const told = [cause.message, [...new Set(parts)].join(', ')].filter(Boolean)
  return told.join(': ') || String(Reflect.get(cause, 'code') ?? cause.name)
}

/** The first parts of an AggregateError; none of another error. */
function partsOf(error: Error): readonly unknown[] {
  const errors: unknown = Reflect.get(error, 'errors')
  return Array.isArray(errors) ? errors.slice(0, 9) : []
}
