/**
 * The client: roles, teams, users, projects and artifacts, and who may do what with them.
 *
 * @module rolecall
 */

export { type Client, createClient, type KeysOf } from './client.ts'
export type { APIPromise, WithResponse } from './core/api-promise.ts'
export type { CallArguments, Can, Decisions, Question, Questions } from './core/can.ts'
export type { Page, PagePromise, ToArrayOptions } from './core/page-promise.ts'
export type { HeaderOverrides, RequestOptions } from './core/request-options.ts'
export type { ClientOptions } from './core/settings.ts'
export * from './errors/index.ts'
export type { Calls, Resources } from './generated/client.ts'
export type * from './generated/error-codes.ts'
export type * from './generated/models.ts'
export type { OperationId } from './generated/operations.ts'
export type * from './generated/policies.ts'
export type * from './generated/resources/index.ts'
