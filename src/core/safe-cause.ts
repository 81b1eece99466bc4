import { RolecallError } from '../errors/rolecall-error.ts'
import { isError, kindOf } from './record.ts'
import type { Mask } from './redact.ts'

// What tells why something failed. Whatever else an error holds may be its request, with a token in it.
const telling = /^(name|message|stack|cause|code|errno|syscall|address|port)$/

/**
 * What may be kept as the cause of an error: the very error that was thrown, if it tells why it failed
 * and no more. Otherwise a copy that does, with what is secret masked; of what is no error, its kind.
 */
export function safeCause(thrown: unknown, mask: Mask): unknown {
  if (typeof thrown === 'string') return mask(thrown)
  // What is ours was masked when it was made.
  if (thrown === undefined || thrown instanceof RolecallError) return thrown
  if (!isError(thrown)) return kindOf(thrown)

  const { name, message, stack = '' } = thrown
  const cause = safeCause(thrown.cause, mask)
  const builtIn: unknown = Reflect.get(globalThis, name)
  const isSafe =
    // Other classes may show what is private.
    typeof builtIn === 'function' &&
    Object.getPrototypeOf(thrown) === builtIn.prototype &&
    Reflect.ownKeys(thrown).every((key) => telling.test(String(key))) &&
    cause === thrown.cause &&
    mask(message + stack) === message + stack
  if (isSafe) return thrown
  const code: unknown = Reflect.get(thrown, 'code')
  const copy = new Error(mask(message), cause === undefined ? {} : { cause })
  return Object.assign(copy, { name, stack: mask(stack) }, code === undefined ? {} : { code })
}
