import { checkPlain } from '../core/base/check.ts'
import type { Page } from '../core/answers/page-promise.ts'
import { RolecallError } from '../core/base/rolecall-error.ts'
import type { Decision } from '../generated/models.ts'
import { type MakeKey, tagged } from './keys.ts'
import type { InfiniteQueryOptions, ListPage, QueryOptions } from './options.ts'

/** The parts of a client that queries use: its calls by name. */
export interface Caller {
  call<T>(operation: string, args: readonly unknown[]): Promise<T>
  can(operation: string, args: readonly unknown[]): Promise<Decision>
  onWrite(listener: (operation: string) => unknown): () => void
}

/** An operation, and the means to make its queries. */
export interface Source {
  readonly key: MakeKey
  readonly caller: Caller
  /** The operationId. */
  readonly id: string
  /** The number of its method's arguments before options. */
  readonly count: number
}

/** Makes options from the arguments of an operation. */
type Options<O> = (...args: readonly unknown[]) => O

/** Options of a query whether the call would succeed. */
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

/** Options of a query for the operation's answer. */
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

/** Options of a query for one page of the list. */
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

/** Options of a query for all pages of the list. */
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

// The client's pages can fetch the next one; a cache keeps plain data.
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

/** Refuses options of the call: no key would hold them. Options of the client apply. */
function checkCount(id: string, count: number, args: readonly unknown[]): void {
  if (args.slice(count).every((arg) => arg === undefined)) return
  throw new RolecallError(
    `${id} takes no options in a query, and at most ${count} arguments: use client.withOptions`,
  )
}

/** The arguments, filled up with `undefined`, and the options. */
function withSignal(args: readonly unknown[], count: number, signal: AbortSignal) {
  return [...Array.from({ length: count }, (_, index) => args[index]), { signal }]
}
