/**
 * The client: roles, teams, users, projects and artifacts, and who may do what with them.
 *
 * @module rolecall
 */

export { type Client, createClient, type KeysOf } from './client.ts'
export type { Abilities, Outcome } from './core/can/abilities.ts'
export type { APIPromise, WithResponse } from './core/answers/api-promise.ts'
export { cachedToken } from './core/token/cached-token.ts'
export type {
  ArgumentsOf,
  CallArguments,
  Can,
  Decisions,
  OperationName,
  Question,
  Questions,
} from './core/can/can.ts'
export type { ClientOptions } from './core/options/client-options.ts'
export type { Fetch, FetchedResponse, FetchInit } from './core/options/fetch.ts'
export type { Hook, Hooks, RequestEvent, ResponseEvent, RetryEvent } from './core/watch/hooks.ts'
export type { Logger, LogLevel } from './core/watch/logger.ts'
export type { Page, PagePromise, ToArrayOptions } from './core/answers/page-promise.ts'
export type { HeaderOverrides, RequestOptions } from './core/options/request-options.ts'
export type { RawClient } from './core/send/raw.ts'
export type { Middleware } from 'openapi-fetch'
export type { CoreOptions } from './core/options/settings.ts'
export type * from './core/token/token-provider.ts'
export type { Patch } from './core/send/update.ts'
export type { WatchOptions } from './core/watch/watching.ts'
export * from './errors/classes.ts'
export { callText } from './errors/denial-message.ts'
export { denialText } from './errors/denial-text.ts'
export { fromJSON } from './errors/from-json.ts'
export { isPermissionDenied, isRolecallError } from './errors/guards.ts'
export type { Known, PlainFailure, PlainRefusal } from './errors/plain.ts'
export type { Calls, Resources } from './generated/client.ts'
export type * from './generated/error-codes.ts'
export type * from './generated/models.ts'
export type { OperationId } from './generated/operations.ts'
export type * from './generated/policies.ts'
export type * from './generated/resources/index.ts'
