import { checkPlain } from '../core/base/check.ts'
import type { Page } from '../core/answers/page-promise.ts'
import { RolecallError } from '../core/base/rolecall-error.ts'
import type { Decision } from '../generated/models.ts'
import { type MakeKey, tagged } from './keys.ts'
import type { InfiniteQueryOptions, ListPage, QueryOptions } from './options.ts'

/** What of a client it takes: its calls by name. */
export interface Caller {
  call<T>(operation: string, args: readonly unknown[]): Promise<T>
  can(operation: string, args: readonly unknown[]): Promise<Decision>
  onWrite(listener: (operation: string) => unknown): () => void
}

/** What the queries of an operation are made of. */
export interface Source {
  readonly key: MakeKey
  readonly caller: Caller
  /** The operationId. */
  readonly id: string
  /** How many arguments its method takes before options. */
  readonly count: number
}

/** What the options of an operation's queries say of its arguments, and what they promise. */
type Options<O> = (...args: readonly unknown[]) => O

/** Whether the call would be allowed. */
export const canOptions =
  ({ key, caller, id, count }: Source): Options<QueryOptions<Decision>> =>
  (...args) => {
    checkCount(id, count, args)
    return {
      queryKey: tagged(key('access.can', [id, ...args])),
      queryFn: ({ signal }) => caller.can(id, withSignal(args, count, signal)),
      retry: false,
    }
  }

/** What the operation answers. */
export const queryOptions =
  <T>({ key, caller, id, count }: Source): Options<QueryOptions<T>> =>
  (...args) => {
    checkCount(id, count, args)
    return {
      queryKey: tagged(key(id, args)),
      queryFn: ({ signal }) => caller.call<T>(id, withSignal(args, count, signal)),
      retry: false,
    }
  }

/** One page of the list. */
export const listOptions =
  <T>(source: Source): Options<QueryOptions<ListPage<T>>> =>
  (...args) => {
    const { path, query } = split(source, args)
    return {
      queryKey: tagged(source.key(source.id, [...path, query])),
      queryFn: ({ signal }) => readPage(source, [...path, query], signal),
      retry: false,
    }
  }

/** All pages of the list. */
export const infiniteOptions =
  <T>(source: Source): Options<InfiniteQueryOptions<T>> =>
  (...args) => {
    const { path, query } = split(source, args)
    return {
      queryKey: tagged(source.key(source.id, [...path, query, 'infinite'])),
      queryFn: ({ signal, pageParam: cursor }) =>
        readPage(source, [...path, cursor === null ? query : { ...query, cursor }], signal),
      initialPageParam: typeof query.cursor === 'string' ? query.cursor : null,
      getNextPageParam: ({ nextCursor }) => nextCursor,
      retry: false,
    }
  }

// A page of the client's can fetch the next one. What a cache keeps is data alone.
async function readPage<T>(
  { caller, id, count }: Source,
  args: readonly unknown[],
  signal: AbortSignal,
): Promise<ListPage<T>> {
  const { data, nextCursor } = await caller.call<Page<T>>(id, withSignal(args, count, signal))
  return { data, nextCursor }
}

function split({ id, count }: Source, args: readonly unknown[]) {
  checkCount(id, count, args)
  const query = args[count - 1] ?? {}
  checkPlain(`${id}: the query`, query, 'an object such as { limit: 50 }')
  return { path: args.slice(0, count - 1), query }
}

/** Options belong to the client here, and would be part of no key. */
function checkCount(id: string, count: number, args: readonly unknown[]): void {
  if (args.slice(count).every((arg) => arg === undefined)) return
  throw new RolecallError(
    `${id} takes no options in a query, and at most ${count} arguments: use client.withOptions`,
  )
}

/** Options come after the arguments, those that were left out included. */
function withSignal(args: readonly unknown[], count: number, signal: AbortSignal) {
  return [...Array.from({ length: count }, (_, index) => args[index]), { signal }]
}
