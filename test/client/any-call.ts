import { startClient } from '../support/recording-client.ts'

/** A client whose server answers yes to everything. */
export const start = () => startClient(() => ({ json: { decision: true } }))

/** A class whose instances hold nothing in keys. */
export class Sealed {
  #seats = 5
  get seats() {
    return this.#seats
  }
}

/** Values that JSON cannot hold, with their names in messages. */
export const impossible: [what: string, value: unknown, said: string][] = [
  ['NaN', Number('2O'), 'NaN'],
  ['Infinity', Infinity, 'Infinity'],
  ['-Infinity', -Infinity, '-Infinity'],
  ['an invalid date', new Date('soon'), 'invalid Date'],
  ['a Map', new Map([['a', 1]]), 'Map'],
  ['an empty Map', new Map(), 'Map'],
  ['a Set', new Set(['use_case:read']), 'Set'],
  ['a function', () => 5, 'function'],
  ['a symbol', Symbol('s'), 'symbol'],
  ['a bigint', 5n, 'bigint'],
  ['a typed array', new Uint8Array([1]), 'Uint8Array'],
  ['bytes', new ArrayBuffer(1), 'ArrayBuffer'],
  ['a promise', Promise.resolve(5), 'Promise'],
  ['an error', new Error('no'), 'Error'],
  ['a pattern', /x/, 'RegExp'],
  ['a boxed number', Object(Number.NaN), 'Number'],
  ['a form', new FormData(), 'FormData'],
  ['search parameters', new URLSearchParams('a=b'), 'URLSearchParams'],
  ['headers', new Headers({ a: 'b' }), 'Headers'],
  ['a blob', new Blob(['x']), 'Blob'],
  ['an instance without data', new Sealed(), 'object'],
  ['an object whose toJSON returns null', { toJSON: () => null }, 'object'],
  ['an object whose toJSON returns undefined', { toJSON: () => undefined }, 'object'],
]
