import type { ControlOperation } from '../generated/control/operations.ts'
import type { operations } from '../generated/control/schema.ts'
import type { Refused } from '../message/refusal.ts'
import type { Controls } from './controls.ts'

type RequestBody<Id extends ControlOperation> = NonNullable<operations[Id]['requestBody']>

/** The body or query of an operation. */
export type ControlInput<Id extends ControlOperation> = [RequestBody<Id>] extends [never]
  ? NonNullable<operations[Id]['parameters']['query']>
  : RequestBody<Id> extends { readonly content: { readonly 'application/json': infer Body } }
    ? Body
    : never

/** The JSON of a successful answer; undefined if it has no body. */
export type ControlOutput<Id extends ControlOperation> = operations[Id]['responses'] extends
  | { readonly 200: { readonly content: { readonly 'application/json': infer Json } } }
  | { readonly 201: { readonly content: { readonly 'application/json': infer Json } } }
  ? Json
  : undefined

/** A body that is longer than an answer should hold, or goes on as long as it is read. */
export interface Streamed {
  readonly type: string
  readonly stream: AsyncIterable<string>
}

/** What an operation did: its JSON, a stream in place of it, or a refusal. */
export type Reply<Id extends ControlOperation> =
  | { readonly json: ControlOutput<Id> }
  | Streamed
  | Refused

/** Carries out an operation on the state that a request named. */
export type Route<Id extends ControlOperation> = (
  controls: Controls,
  input: ControlInput<Id>,
  args: readonly string[],
) => Reply<Id>

/** Routes for some operations. */
export type Routes<Ids extends ControlOperation> = { readonly [Id in Ids]: Route<Id> }

/** The reply of an operation whose answer has no body. */
export const done = { json: undefined } as const
