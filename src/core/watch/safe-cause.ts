import { RolecallError } from '../base/rolecall-error.ts'
import { printable } from '../base/printable.ts'
import { isError, kindOf } from '../base/kind-of.ts'
import type { Mask } from './redact.ts'

/**
 * What may be kept as the cause of an error: a copy that tells why it failed and no more, with what is
 * secret masked and what is not printable escaped. Of what is no error, its kind; of an AggregateError
 * also its parts. Whatever else an error holds may be its request, with a token in it.
 */
export function safeCause(thrown: unknown, mask: Mask, within: readonly unknown[] = []): unknown {
  const show = (text: unknown, keep?: string) =>
    typeof text === 'string' ? printable(mask(text), keep) : ''
  if (typeof thrown === 'string') return show(thrown)
  // An error may be its own cause, or a part of itself.
  if (thrown === undefined || within.includes(thrown) || within.length > 8) return undefined
  // What is ours was masked when it was made.
  if (thrown instanceof RolecallError) return thrown
  try {
    if (isError(thrown)) {
      // An object that was thrown in place of an error may have no more than its message.
      const name = show(thrown.name)
      const code = show(Reflect.get(thrown, 'code'))
      const path = [...within, thrown]
      const cause = safeCause(thrown.cause, mask, path)
      const copy = new Error(show(thrown.message), cause ? { cause } : {})
      // Each may have as many again: they count as three.
      const parts = partsOf(thrown).flatMap(
        (part) => safeCause(part, mask, [...path, thrown, thrown]) ?? [],
      )
      return Object.assign(copy, {
        ...(name && name !== 'Error' && { name }),
        // It begins with the message, whose line breaks are no lines of it.
        stack: show(thrown.stack, '\n').replace(show(thrown.message, '\n'), () => copy.message),
        ...(code && { code }),
        ...(parts.length > 0 && { errors: parts }),
      })
    }
  } catch {
    // Its members can't be read.
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
