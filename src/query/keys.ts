import type { DataTag, QueryKey } from '@tanstack/query-core'
import { faultOf } from '../core/send/to-json.ts'
import type { RolecallError } from '../core/base/rolecall-error.ts'

/** Makes keys: the prefix, the words of an operationId, and the arguments up to the last one given. */
export type MakeKey = (id?: string, args?: readonly unknown[]) => QueryKey

/** @see {@link MakeKey} */
export function createKeys(prefix: string): MakeKey {
  return (id = '', args = []) => {
    // TanStack compares keys by their JSON, where NaN equals null. The call itself will fail.
    const fault = faultOf(id, args)
    const given = args.slice(0, args.findLastIndex((arg) => arg !== undefined) + 1)
    return [prefix, ...id.split('.').filter(Boolean), ...(fault ? [fault] : given)]
  }
}

/** The key, typed by the data under it. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- A tag is known to the compiler alone.
export function tagged<T>(key: QueryKey): DataTag<QueryKey, T, RolecallError>
export function tagged(key: QueryKey): QueryKey {
  return key
}
