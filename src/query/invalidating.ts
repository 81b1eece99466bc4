import type { QueryClient, QueryKey } from '@tanstack/query-core'
import { must } from '../core/base/check.ts'
import { kindOf } from '../core/base/kind-of.ts'
import type { MakeKey } from './keys.ts'
import type { Caller } from './reading.ts'

/** The resources whose answers a write may change, beside those of every write. */
export type Affects = 'all' | readonly string[]

/** Every write touches these: it is recorded, and who may do what can be another matter now. */
const always = ['access', 'audit', 'policy']

/** What the writes of a client invalidate. */
export interface Invalidation {
  /** By operation. */
  readonly affected: Map<string, Affects>
  /** Invalidates what a write has touched. Resolves when what is on the screen was fetched again. */
  invalidate(cache: QueryClient, operation: string): Promise<void>
  /** Invalidates what each write touches, until what it returns is called. */
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
      // A write that was heard has invalidated already, and its answers may be there by now.
      const heard = [...kept].find((one) => one.cache === cache)
      if (heard) return heard.refetched
      // In one go: what is within two of them is fetched once.
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
