import { RolecallError } from '../errors/rolecall-error.ts'
import { printable } from './printable.ts'
import { isError, kindOf } from './record.ts'
import type { Mask } from './redact.ts'

/**
 * What may be kept as the cause of an error: a copy that tells why it failed and no more, with what is
 * secret masked and what is not printable escaped. Of what is no error, its kind; of an AggregateError
 * also its parts. Whatever else an error holds may be its request, with a token in it.
 */
export function safeCause(thrown: unknown, mask: Mask, depth = 0): unknown {
  const show = (text: string, keep?: string) => printable(mask(text), keep)
  if (typeof thrown === 'string') return show(thrown)
  // An error may be its own cause.
  if (thrown === undefined || depth > 8) return undefined
  // What is ours was masked when it was made.
  if (thrown instanceof RolecallError) return thrown
  try {
    if (isError(thrown)) {
      const { message, name, stack = '' } = thrown
      const code: unknown = Reflect.get(thrown, 'code')
      const parts = partsOf(thrown)
      const cause = safeCause(thrown.cause, mask, depth + 1)
      const copy = new Error(show(message), cause === undefined ? {} : { cause })
      return Object.assign(copy, {
        ...(name !== 'Error' && { name: show(name) }),
        // It begins with the message, whose line breaks are no lines of it.
        stack: show(stack, '\n').replace(show(message, '\n'), () => copy.message),
        ...(typeof code === 'string' && { code: show(code) }),
        // Each may have as many again.
        ...(parts.length > 0 && {
          errors: parts.map((part) => safeCause(part, mask, depth + 3)),
        }),
      })
    }
  } catch {
    // Its members are of other types, or can't be read.
  }
  return kindOf(thrown)
}

/**
 * Why it failed, by a safe cause. Node's fetch says 'fetch failed', and what happened in the cause; of a
 * host with several addresses in the cause's parts, and its own message is empty.
 */
export function reasonIn(cause: unknown, depth = 0): string {
  if (!isError(cause) || depth > 8) return String(cause)
  if (isError(cause.cause)) return reasonIn(cause.cause, depth + 1)
  const parts = partsOf(cause).map((part) => reasonIn(part, depth + 3))
  const told = [cause.message, [...new Set(parts)].join(', ')].filter(Boolean)
  return told.join(': ') || String(Reflect.get(cause, 'code') ?? cause.name)
}

/** The parts of an AggregateError, as many as are worth telling; of another, none. */
function partsOf(error: Error): readonly unknown[] {
  const errors: unknown = Reflect.get(error, 'errors')
  return Array.isArray(errors) ? errors.slice(0, 9) : []
}
