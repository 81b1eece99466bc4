/**
 * Options for TanStack Query: `queryOptions` and `infiniteQueryOptions` for whatever reads,
 * `mutationOptions` that invalidate what they touch for whatever writes.
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
