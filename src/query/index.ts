/**
 * Options for TanStack Query: `queryOptions` and `infiniteQueryOptions` for operations that read,
 * `mutationOptions` for operations that write, which invalidate the queries that they may change.
 *
 * @module rolecall/query
 */

export type * from '../generated/queries.ts'
export type { ListQuery, Mutation, Query } from './operation-queries.ts'
export type {
  InfiniteQueryOptions,
  ListPage,
  MutationOptions,
  MutationSettings,
  QueryOptions,
  Variables,
} from './options.ts'
export { queries, type QueriesSettings } from './queries.ts'
