/**
 * What single resources are built on, where a bundle is to hold those alone: each is a subpath such as
 * `rolecall/resources/roles`.
 *
 * @module rolecall/core
 */

export { cachedToken } from './cached-token.ts'
export { type Core, createCore, type Known } from './core.ts'
export type { Fetch, FetchedResponse, FetchInit } from './fetch.ts'
export type { Attempt, Observer, Outcome } from './observer.ts'
export type { Operation } from './operation.ts'
export type { Mask } from './redact.ts'
export type { CoreOptions } from './settings.ts'
export type { Shape } from './shape.ts'
export type * from './token-provider.ts'
