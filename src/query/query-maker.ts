import type { QueryClient, QueryKey } from '@tanstack/query-core'
import { type Affects, createInvalidation } from './invalidating.ts'
import { createKeys } from './keys.ts'
import { mutationOptions } from './mutating.ts'
import type { ListQuery, Mutation, Query } from './operation-queries.ts'
import { canOptions, type Caller, infiniteOptions, listOptions, queryOptions } from './reading.ts'

/** Makes the options of each operation, by its id. */
export interface QueryMaker {
  /** The start of the keys of a resource's queries, or of all queries. */
  key(resource?: string): QueryKey
  /** @param count - The number of the method's arguments before its options. */
  query<Args extends readonly unknown[], T>(id: string, count: number): Query<Args, T>
  /** @see {@link QueryMaker.query} */
  list<Args extends readonly unknown[], T>(id: string, count: number): ListQuery<Args, T>
  /** @param affects - The resources whose answers it may change, beside those that every write may change. */
  mutation<Args extends readonly unknown[], T>(
    id: string,
    count: number,
    affects: Affects,
  ): Mutation<Args, T>
  /** Invalidates the queries that each write of the client may change. Returns a function that stops it. */
  invalidateOnWrite(cache: QueryClient): () => void
}

/** @see {@link QueryMaker} */
export function createQueryMaker(prefix: string, caller: Caller): QueryMaker {
  const key = createKeys(prefix)
  const { affected, invalidate, invalidateOnWrite } = createInvalidation(key, caller)
  const sourceOf = (id: string, count: number) => ({ key, caller, id, count })
  return {
    key,
    invalidateOnWrite,
    query(id, count) {
      const source = sourceOf(id, count)
      return { key: key(id), canOptions: canOptions(source), queryOptions: queryOptions(source) }
    },
    list(id, count) {
      const source = sourceOf(id, count)
      return {
        key: key(id),
        canOptions: canOptions(source),
        queryOptions: listOptions(source),
        infiniteQueryOptions: infiniteOptions(source),
      }
    },
    mutation(id, count, affects) {
      const source = sourceOf(id, count)
      affected.set(id, affects)
      return {
        key: key(id),
        canOptions: canOptions(source),
        mutationOptions: mutationOptions(source, invalidate),
      }
    },
  }
}
