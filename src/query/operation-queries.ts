import type { QueryKey } from '@tanstack/query-core'
import type { Decision } from '../generated/models.ts'
import type {
  InfiniteQueryOptions,
  ListPage,
  MutationOptions,
  MutationSettings,
  QueryOptions,
} from './options.ts'

/** Options that every operation has. `Args` are the arguments of the client's method, without options. */
interface Operation<Args extends readonly unknown[]> {
  /** The start of the keys of all its queries, whatever the arguments. */
  readonly key: QueryKey

  /**
   * Options of a query whether the call would succeed now, as `client.can` asks. Every mutation
   * invalidates it.
   *
   * @example
   * const { data: decision } = useQuery(platform.roles.create.canOptions({ key: 'qa', permissions: [] }))
   */
  canOptions(...args: Args): QueryOptions<Decision>
}

/** An operation that reads. */
export interface Query<Args extends readonly unknown[], T> extends Operation<Args> {
  /**
   * Options of a query for the answer.
   *
   * @example
   * const { data: user } = useQuery(platform.users.get.queryOptions('reviewer@acme.test'))
   */
  queryOptions(...args: Args): QueryOptions<T>
}

/** An operation that lists. */
export interface ListQuery<Args extends readonly unknown[], T> extends Query<Args, ListPage<T>> {
  /**
   * Options of a query for the list, page after page. It starts at the `cursor` of the query, if any.
   *
   * @example
   * const { data, fetchNextPage, hasNextPage } = useInfiniteQuery(
   *   platform.users.list.infiniteQueryOptions({ team: 'support' }),
   * )
   * const users = data?.pages.flatMap((page) => page.data)
   */
  infiniteQueryOptions(...args: Args): InfiniteQueryOptions<T>
}

/** An operation that writes. */
export interface Mutation<Args extends readonly unknown[], T> extends Operation<Args> {
  /**
   * Options of a mutation that makes the call. When the call has ended, it invalidates all queries that
   * the operation may change. So does a failed call: it may have taken effect, and a 404, 409 or 412
   * means that the screen is out of date. The mutation stays pending until the queries on the screen are
   * refetched.
   *
   * @example
   * const update = useMutation(platform.users.update.mutationOptions())
   * update.mutate(['reviewer@acme.test', { teams: { support: 'reviewer' } }])
   */
  mutationOptions(): MutationOptions<Args, T>
  /**
   * The same with callbacks and other settings of your own.
   *
   * @param settings - Settings to add. Your `onSettled` runs after the invalidation.
   * @throws RolecallError if the settings set the key, the function or retries.
   * @example
   * useMutation(platform.roles.create.mutationOptions({ onSuccess: () => form.reset() }))
   */
  mutationOptions<Context = unknown>(
    settings: MutationSettings<Args, T, Context>,
  ): MutationOptions<Args, T, Context>
}
