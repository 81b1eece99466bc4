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
  /** Where the next page starts; `null` on the last page. */
  nextCursor: string | null
}

// Its type is where adapters read the type of errors from.
type Retry = Exclude<CoreQueryOptions<unknown, RolecallError>['retry'], undefined>

/** What `useQuery`, `queryClient.fetchQuery` and their like take. */
export interface QueryOptions<T> {
  /** Typed by what is kept under it: `queryClient.getQueryData(queryKey)` knows. */
  queryKey: DataTag<QueryKey, T, RolecallError>
  queryFn(this: void, context: { signal: AbortSignal }): Promise<T>
  /** `false`: the client has retried what is worth it, and what it throws then is the answer. */
  retry: Retry
}

/** What `useInfiniteQuery`, `queryClient.fetchInfiniteQuery` and their like take. */
export interface InfiniteQueryOptions<T> {
  /** That of the same list's query, and one word more: the two keep data of different shapes. */
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
 * What `mutate` takes: the arguments of the client's method. One alone stands for itself, several are
 * an array, and so are any that options follow.
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

/** What `useMutation` takes. */
export interface MutationOptions<
  Args extends readonly unknown[],
  T,
  Context = unknown,
> extends CoreMutationOptions<T, RolecallError, Variables<Args>, Context> {
  mutationKey: QueryKey
  mutationFn(this: void, variables: Variables<Args>): Promise<T>
  /** Invalidates what the operation touches, then calls what was given as `onSettled`. */
  onSettled(
    this: void,
    data: T | undefined,
    error: RolecallError | null,
    variables: Variables<Args>,
    onMutateResult: Context | undefined,
    context: MutationFunctionContext,
  ): Promise<unknown>
  /** `false`: see {@link QueryOptions.retry}. Each attempt of TanStack's would be a write of its own. */
  retry: false
}

/** Callbacks and settings of a mutation that are the caller's: all but what makes and names the call. */
export type MutationSettings<Args extends readonly unknown[], T, Context> = Omit<
  CoreMutationOptions<T, RolecallError, Variables<Args>, Context>,
  'mutationFn' | 'mutationKey' | 'retry' | 'retryDelay'
>
