import type { QueryKey } from '@tanstack/query-core'
import type { Decision } from '../generated/models.ts'
import type {
  InfiniteQueryOptions,
  ListPage,
  MutationOptions,
  MutationSettings,
  QueryOptions,
} from './options.ts'

/** What every operation has here. `Args` are the arguments of the client's method, without options. */
interface Operation<Args extends readonly unknown[]> {
  /** How the keys of all its queries start, whatever the arguments. */
  readonly key: QueryKey

  /**
   * Asks whether the call would succeed now, as `client.can` does. Every mutation invalidates it.
   *
   * @example
   * const { data: decision } = useQuery(platform.roles.create.canOptions({ key: 'qa', permissions: [] }))
   */
  canOptions(...args: Args): QueryOptions<Decision>
}

/** An operation that reads. */
export interface Query<Args extends readonly unknown[], T> extends Operation<Args> {
  /**
   * @example
   * const { data: user } = useQuery(platform.users.get.queryOptions('reviewer@acme.test'))
   */
  queryOptions(...args: Args): QueryOptions<T>
}

/** An operation that lists. */
export interface ListQuery<Args extends readonly unknown[], T> extends Query<Args, ListPage<T>> {
  /**
   * The list, page after page. A `cursor` in the query is where it starts.
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
   * Once the call has ended, well or not, it invalidates what the operation touches: what failed may
   * have taken effect, and a 404, 409 or 412 says that what was shown is out of date. The mutation is
   * pending until what is on the screen has been fetched again.
   *
   * @example
   * const update = useMutation(platform.users.update.mutationOptions())
   * update.mutate(['reviewer@acme.test', { teams: { support: 'reviewer' } }])
   */
  mutationOptions(): MutationOptions<Args, T>
  /**
   * The same with callbacks and other settings of your own.
   *
   * @param settings - What to add. An `onSettled` runs once what the operation touches is invalidated.
   * @example
   * useMutation(platform.roles.create.mutationOptions({ onSuccess: () => form.reset() }))
   */
  mutationOptions<Context = unknown>(
    settings: MutationSettings<Args, T, Context>,
  ): MutationOptions<Args, T, Context>
}
