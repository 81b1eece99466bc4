import { isRecord } from '../../src/core/base/kind-of.ts'

/** The text at a key of a JSON value, or under several; throws where there is none. */
export function textAt(value: unknown, ...keys: string[]): string {
  const found = keys.reduce<unknown>((at, key) => (isRecord(at) ? at[key] : undefined), value)
  if (typeof found === 'string') return found
  throw new Error(`There is no text at ${keys.join('.')} of ${JSON.stringify(value)}`)
}
