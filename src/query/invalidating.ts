import type { QueryClient, QueryKey } from '@tanstack/query-core'
import { must } from '../core/base/check.ts'
import { kindOf } from '../core/base/kind-of.ts'
import type { MakeKey } from './keys.ts'
import type { Caller } from './reading.ts'

/** The resources whose answers a write may change, beside those that every write may change. */
export type Affects = 'all' | readonly string[]

/** Every write may change these: the audit records it, and it may change permissions. */
const always = ['access', 'audit', 'policy']

/** Invalidates queries after writes of a client. */
export interface Invalidation {
  /** By operation. */
  readonly affected: Map<string, Affects>
  /** Invalidates the queries that a write may change. Resolves when the active ones are refetched. */
  invalidate(cache: QueryClient, operation: string): Promise<void>
  /** Does so for each write of the client. Returns a function that stops it. */
  invalidateOnWrite(cache: QueryClient): () => void
}

/** @see {@link Invalidation} */
export function createInvalidation(
  key: MakeKey,
  { onWrite }: Pick<Caller, 'onWrite'>,
): Invalidation {
  const affected = new Map<string, Affects>()
  const kept = new Set<{ readonly cache: QueryClient; refetched: Promise<void> }>()

  function touchedBy(operation: string) {
    const affects = affected.get(operation) ?? 'all'
    const touched = (affects === 'all' ? [''] : [...affects, ...always]).map((one) => key(one))
    return ({ queryKey }: { readonly queryKey: QueryKey }) =>
      touched.some((start) => start.every((word, index) => word === queryKey[index]))
  }

  return {
    affected,

    invalidate(cache, operation) {
      // The listener of writes has invalidated already.
      const heard = [...kept].find((one) => one.cache === cache)
      if (heard) return heard.refetched
      // One call, so that a query of two resources is fetched once.
      return cache.invalidateQueries({ predicate: touchedBy(operation) })
    },

    invalidateOnWrite(cache) {
      if (typeof cache?.invalidateQueries !== 'function') {
        throw must('The cache', 'a QueryClient', kindOf(cache))
      }
      const one = { cache, refetched: Promise.resolve() }
      kept.add(one)
      const stop = onWrite((operation) => {
        one.refetched = cache.invalidateQueries({ predicate: touchedBy(operation) })
        return one.refetched
      })
      return () => {
        kept.delete(one)
        stop()
      }
    },
  }
}
