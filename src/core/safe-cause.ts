import { RolecallError } from '../errors/rolecall-error.ts'
import { printable } from './printable.ts'
import { isError, kindOf } from './record.ts'
import type { Mask } from './redact.ts'

/**
 * What may be kept as the cause of an error: a copy that tells why it failed and no more, with what is
 * secret masked and what is not printable escaped. Of what is no error, its kind. Whatever else an error
 * holds may be its request, with a token in it.
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
      const cause = safeCause(thrown.cause, mask, depth + 1)
      const copy = new Error(show(message), cause === undefined ? {} : { cause })
      return Object.assign(copy, {
        ...(name !== 'Error' && { name: show(name) }),
        // It begins with the message, whose line breaks are no lines of it.
        stack: show(stack, '\n').replace(show(message, '\n'), () => copy.message),
        ...(typeof code === 'string' && { code: show(code) }),
      })
    }
  } catch {
    // Its members are of other types, or can't be read.
  }
  return kindOf(thrown)
}

/** Why it failed, by a safe cause. Node's fetch says 'fetch failed', and what happened in the cause. */
export function reasonIn(cause: unknown, depth = 0): string {
  if (!isError(cause)) return String(cause)
  return isError(cause.cause) && depth < 9 ? reasonIn(cause.cause, depth + 1) : cause.message
}
