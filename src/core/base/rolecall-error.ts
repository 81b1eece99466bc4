import { printable } from './printable.ts'
import { brandOf, isBranded } from './brand.ts'

/**
 * The base of every error that the client throws.
 *
 * `instanceof` holds across two copies of the package, so that a library and the app that uses it
 * can each bring their own. The message may quote a server: control characters in it are escaped.
 *
 * @example
 * if (error instanceof RolecallError) console.error(error.name, error.message)
 */
export class RolecallError extends Error {
  declare readonly name: string
  /** How often the call was sent, retries included. Absent if it was not. */
  declare readonly attempts?: number
  static {
    brand(this, 'RolecallError')
  }

  constructor(message?: string, options?: { cause?: unknown }) {
    super(message && printable(message), options)
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    const { name } = this.prototype
    // A subclass made by the user has no brand of its own: it is told by its prototype, as any class is.
    return Object.hasOwn(this.prototype, brandOf(name))
      ? isBranded(value, name)
      : super[Symbol.hasInstance](value)
  }

  /** What `JSON.stringify` writes, and `fromJSON` reads: no stack, no headers, no cause. */
  toJSON(): Record<string, unknown> {
    const shown: Record<string, unknown> = { name: this.name, message: this.message }
    return Object.assign(shown, this)
  }

  /** What Node and Bun print: `inspect` leaves some of what a `problem` may hold as it is. */
  [Symbol.for('nodejs.util.inspect.custom')](
    _: number,
    options: object,
    inspect: (value: unknown, options: object) => string,
  ): string {
    // Line breaks and colours are its own.
    return printable(inspect(this, { ...options, customInspect: false }), '\n\u001b')
  }
}

/** Gives a class its `name`, which minifiers keep, and the mark that `instanceof` looks for. */
export function brand(errorClass: { readonly prototype: Error }, name: string): void {
  Object.defineProperties(errorClass.prototype, {
    name: { value: name, writable: true, configurable: true },
    [brandOf(name)]: { value: true },
  })
}
