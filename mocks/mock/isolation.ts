import { ConfigurationError } from '../shared/configuration-error.ts'

/** An AsyncLocalStorage. */
interface ContextStorage<T> {
  getStore(): T | undefined
  run<R>(value: T, work: () => R): R
}

/** Runs work with a value of its own, which calls inside find, also after an `await`. */
export class Isolation<T> {
  #storage: ContextStorage<T> | undefined

  /** The value of the innermost work that runs; undefined outside. */
  get current(): T | undefined {
    return this.#storage?.getStore()
  }

  /**
   * @param what - The name of the caller in messages.
   * @param otherwise - The way without it.
   */
  run<R>(value: T, work: () => R, what: string, otherwise: string): R {
    this.#storage ??= storageOf<T>(what, otherwise)
    return this.#storage.run(value, work)
  }
}

/** Asked for when needed, and not imported: browsers have no such module. */
function storageOf<T>(what: string, otherwise: string): ContextStorage<T> {
  const hooks =
    'process' in globalThis ? globalThis.process.getBuiltinModule?.('node:async_hooks') : undefined
  if (hooks !== undefined) return new hooks.AsyncLocalStorage<T>()
  throw new ConfigurationError(
    `${what} needs AsyncLocalStorage, which this runtime does not have. Use ${otherwise} instead.`,
  )
}
