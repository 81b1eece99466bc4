import type {
  DataTag,
  InfiniteData,
  MutationFunctionContext,
  MutationOptions as CoreMutationOptions,
  QueryKey,
  QueryOptions as CoreQueryOptions,
} from '@tanstack/query-core'
import type { RequestOptions } from '../core/options/request-options.ts'
import type { RolecallError } from '../core/base/rolecall-error.ts'

/** One page of a list, plain, as a cache keeps it and another process can read it. */
export interface ListPage<T> {
  /** The items of this page, in order of creation. */
  data: T[]
  /** The cursor of the next page; `null` on the last page. */
  nextCursor: string | null
}

// Adapters read the type of errors from this type.
type Retry = Exclude<CoreQueryOptions<unknown, RolecallError>['retry'], undefined>

/** Options for `useQuery`, `queryClient.fetchQuery` and the like. */
export interface QueryOptions<T> {
  /** Typed by the data under it, for `queryClient.getQueryData(queryKey)`. */
  queryKey: DataTag<QueryKey, T, RolecallError>
  queryFn(this: void, context: { signal: AbortSignal }): Promise<T>
  /** `false`: the client has retried transient failures already. */
  retry: Retry
}

/** Options for `useInfiniteQuery`, `queryClient.fetchInfiniteQuery` and the like. */
export interface InfiniteQueryOptions<T> {
  /** The key of the list's query and one word more, since the two keep data of different shapes. */
  queryKey: DataTag<QueryKey, InfiniteData<ListPage<T>, string | null>, RolecallError>
  queryFn(
    this: void,
    context: { signal: AbortSignal; pageParam: string | null },
  ): Promise<ListPage<T>>
  initialPageParam: string | null
  getNextPageParam(this: void, page: ListPage<T>): string | null
  /** `false`: see {@link QueryOptions.retry}. */
  retry: Retry
}

/**
 * The argument of `mutate`: the arguments of the client's method. A single one stands for itself;
 * several are an array, and so is one with options.
 *
 * @example
 * remove.mutate('reviewer@acme.test')
 * update.mutate(['reviewer@acme.test', { teams: { support: 'reviewer' } }])
 * remove.mutate(['reviewer@acme.test', { ifMatch: user.etag }])
 */
export type Variables<Args extends readonly unknown[]> =
  | (Args extends readonly [unknown]
      ? Args[0]
      : Args extends readonly [unknown?]
        ? Args[0] | void
        : never)
  | [...args: Args, options?: RequestOptions]

/** Options for `useMutation`. */
export interface MutationOptions<
  Args extends readonly unknown[],
  T,
  Context = unknown,
> extends CoreMutationOptions<T, RolecallError, Variables<Args>, Context> {
  mutationKey: QueryKey
  mutationFn(this: void, variables: Variables<Args>): Promise<T>
  /** Invalidates the queries that the operation may change, then calls your `onSettled`. */
  onSettled(
    this: void,
    data: T | undefined,
    error: RolecallError | null,
    variables: Variables<Args>,
    onMutateResult: Context | undefined,
    context: MutationFunctionContext,
  ): Promise<unknown>
  /** `false`: see {@link QueryOptions.retry}. A retry by TanStack Query would be a second write. */
  retry: false
}

/** Callbacks and settings that you may add to a mutation: all but its key, function and retries. */
export type MutationSettings<Args extends readonly unknown[], T, Context> = Omit<
  CoreMutationOptions<T, RolecallError, Variables<Args>, Context>,
  'mutationFn' | 'mutationKey' | 'retry' | 'retryDelay'
>
