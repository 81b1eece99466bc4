/**
 * What single resources are built on, where a bundle is to hold those alone: each is a subpath such as
 * `rolecall/resources/roles`.
 *
 * @module rolecall/core
 */

export { cachedToken } from './token/cached-token.ts'
export type { Core } from './core.ts'
export { createCore, rawClient } from './create-core.ts'
export type { RawClient } from './send/raw.ts'
export type { Middleware } from 'openapi-fetch'
export type { Known } from './send/operations.ts'
export type { Fetch, FetchedResponse, FetchInit } from './options/fetch.ts'
export type { Attempt, Outcome, Observer } from './watch/observer.ts'
export type { Operation } from './base/operation.ts'
export type { Mask } from './watch/redact.ts'
export type { CoreOptions } from './options/settings.ts'
export type { Shape } from './base/shape.ts'
export type * from './token/token-provider.ts'
