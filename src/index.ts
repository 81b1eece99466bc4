/**
 * The client: roles, teams, users, projects and artifacts, and who may do what with them.
 *
 * @module rolecall
 */

export { type Client, createClient, type KeysOf } from './client.ts'
export type { Abilities, Outcome } from './core/abilities.ts'
export type { APIPromise, WithResponse } from './core/api-promise.ts'
export { cachedToken } from './core/cached-token.ts'
export type {
  ArgumentsOf,
  CallArguments,
  Can,
  Decisions,
  OperationName,
  Question,
  Questions,
} from './core/can.ts'
export type { ClientOptions } from './core/client-options.ts'
export type { Fetch, FetchedResponse, FetchInit } from './core/fetch.ts'
export type { Hook, Hooks, RequestEvent, ResponseEvent, RetryEvent } from './core/hooks.ts'
export type { Logger, LogLevel } from './core/logger.ts'
export type { Page, PagePromise, ToArrayOptions } from './core/page-promise.ts'
export type { HeaderOverrides, RequestOptions } from './core/request-options.ts'
export type { CoreOptions } from './core/settings.ts'
export type * from './core/token-provider.ts'
export type { Patch } from './core/update.ts'
export type { WatchOptions } from './core/watching.ts'
export * from './errors/classes.ts'
export { fromJSON } from './errors/from-json.ts'
export { isPermissionDenied, isRolecallError } from './errors/guards.ts'
export type { Known, PlainFailure, PlainRefusal } from './errors/plain.ts'
export type { Calls, Resources } from './generated/client.ts'
export type * from './generated/error-codes.ts'
export type * from './generated/models.ts'
export type { OperationId } from './generated/operations.ts'
export type * from './generated/policies.ts'
export type * from './generated/resources/index.ts'
