import { printable } from './printable.ts'
import { brandOf, isBranded } from './brand.ts'

/**
 * The base class of every error that the client throws.
 *
 * `instanceof` holds across two copies of the package, such as a library's and its app's. Control characters
 * in messages are escaped, since a message may quote a server.
 *
 * @example
 * if (error instanceof RolecallError) console.error(error.name, error.message)
 */
export class RolecallError extends Error {
  declare readonly name: string
  /** How often the call was sent, retries included. Absent if it was never sent. */
  declare readonly attempts?: number
  static {
    brand(this, 'RolecallError')
  }

  constructor(message?: string, options?: { cause?: unknown }) {
    super(message && printable(message), options)
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    const { name } = this.prototype
    // A user's subclass has no brand of its own: test it by its prototype.
    return Object.hasOwn(this.prototype, brandOf(name))
      ? isBranded(value, name)
      : super[Symbol.hasInstance](value)
  }

  /** The error as `JSON.stringify` writes it and `fromJSON` reads it: without stack, headers and cause. */
  toJSON(): Record<string, unknown> {
    const { name, message } = this
    return Object.assign<Record<string, unknown>, this>({ name, message }, this)
  }

  /** The text that Node and Bun print. `inspect` alone leaves control characters of a `problem` unescaped. */
  [Symbol.for('nodejs.util.inspect.custom')](
    _: number,
    options: object,
    inspect: (value: unknown, options: object) => string,
  ): string {
    // Keep the line breaks and colours that `inspect` adds.
    return printable(inspect(this, { ...options, customInspect: false }), '\n\u001b')
  }
}

/** Sets a class's `name`, since minifiers change the class's own, and the mark that `instanceof` looks for. */
export function brand(errorClass: { readonly prototype: Error }, name: string): void {
  Object.defineProperties(errorClass.prototype, {
    name: { value: name, writable: true, configurable: true },
    [brandOf(name)]: { value: true },
  })
}
