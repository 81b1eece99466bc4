import type { DataTag, QueryKey } from '@tanstack/query-core'
import { faultOf } from '../core/send/to-json.ts'
import type { RolecallError } from '../core/base/rolecall-error.ts'

/** Makes keys: the prefix, the words of an id, and arguments as far as there are any. */
export type MakeKey = (id?: string, args?: readonly unknown[]) => QueryKey

/** @see {@link MakeKey} */
export function createKeys(prefix: string): MakeKey {
  return (id = '', args = []) => {
    // TanStack tells keys apart by their JSON, which takes NaN for null. The call itself will fail.
    const fault = faultOf(id, args)
    const given = args.slice(0, args.findLastIndex((arg) => arg !== undefined) + 1)
    return [prefix, ...id.split('.').filter(Boolean), ...(fault ? [fault] : given)]
  }
}

/** The key, with the type of what is kept under it. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- A tag is known to the compiler alone.
export function tagged<T>(key: QueryKey): DataTag<QueryKey, T, RolecallError>
export function tagged(key: QueryKey): QueryKey {
  return key
}
