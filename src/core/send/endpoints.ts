import type { paths } from '../../generated/schema.ts'
import type { Operation } from '../base/operation.ts'
import type { APIPromise } from '../answers/api-promise.ts'
import type { PagePromise } from '../answers/page-promise.ts'
import type { RequestOptions } from '../options/request-options.ts'
import type { Patch } from './update.ts'

// The document types the methods of the generated resources: a path, a parameter or a body that it does not
// have does not compile.

type Method = Operation['method']

/** An endpoint of the document, as openapi-typescript describes it. */
type Described<M extends Method, P extends keyof paths> = NonNullable<paths[P][Lowercase<M>]>

/** An endpoint's body, of any media type. */
type Body<E> = E extends { requestBody?: infer B }
  ? B extends { content: infer C }
    ? Sent<C[keyof C]>
    : never
  : never

/** Members that are keyed by a policy's keys may each be left out: `undefined` is not sent. */
type Sent<B> = {
  [N in keyof B]: string extends keyof NonNullable<B[N]> ? Partial<B[N]> | undefined : B[N]
}

type Query<E> = E extends { parameters: { query?: infer Q } } ? NonNullable<Q> : never

/** Where the argument after the path arguments goes. */
type InputOf<M extends Method, P extends keyof paths> = [Body<Described<M, P>>] extends [never]
  ? [Query<Described<M, P>>] extends [never]
    ? undefined
    : 'query'
  : Described<M, P> extends { requestBody: object }
    ? 'body'
    : 'optional body'

/** A text for each parameter in a path. */
type PathArguments<P extends string> = P extends `${string}{${string}}${infer Rest}`
  ? [string, ...PathArguments<Rest>]
  : []

/** A method's arguments: path arguments, then the body or the query, then options. */
type ArgumentsOf<M extends Method, P extends keyof paths> = readonly [
  ...PathArguments<P>,
  ...InputArgument<InputOf<M, P>, Described<M, P>>,
  options?: RequestOptions,
]

/** The arguments of an update, whose body may be a function of what the endpoint answers. */
type PatchArgumentsOf<P extends keyof paths> = readonly [
  ...PathArguments<P>,
  body: Patch<AnswerOf<'PATCH', P>, Body<Described<'PATCH', P>>>,
  options?: RequestOptions,
]

type InputArgument<I, E> = I extends 'body'
  ? [body: Body<E>]
  : I extends 'optional body'
    ? [body?: Body<E>]
    : I extends 'query'
      ? [query?: Query<E>]
      : []

/** A success's answer: nothing where that has no content. */
type AnswerOf<M extends Method, P extends keyof paths> =
  Described<M, P> extends { responses: infer R }
    ? Content<R[keyof R & (200 | 201 | 202 | 204)]>
    : never

type Content<A> = A extends { content: { 'application/json': infer J } } ? J : void

/** The items of a list. */
type ItemOf<P extends keyof paths> =
  AnswerOf<'GET', P> extends { data: readonly (infer T)[] } ? T : never

/** An HTTP method; or `LIST`, a GET that answers pages. */
type Verb = Method | 'LIST'

/**
 * An endpoint as data: verb, path, where the argument after the path arguments goes, and the option that this POST
 * takes and others don't.
 */
export type Endpoint = { [V in Verb]: { [P in keyof paths]: Said<V, P> }[keyof paths] }[Verb]

type Said<V extends Verb, P extends keyof paths> = V extends Method
  ? [Described<V, P>] extends [never]
    ? never
    : undefined extends InputOf<V, P>
      ? readonly [V, P, input?: undefined, takes?: TakesOf<V, P>]
      : readonly [V, P, input: InputOf<V, P>, takes?: TakesOf<V, P>]
  : [ItemOf<P>] extends [never]
    ? never
    : readonly [V, P, input: 'query']

type TakesOf<M extends Method, P extends keyof paths> =
  Described<M, P> extends { parameters: { header?: { 'If-Match'?: unknown } } }
    ? M extends 'POST'
      ? 'ifMatch'
      : undefined
    : undefined

/** The method of an endpoint. */
export type MethodOf<E> = E extends readonly [infer V, infer P extends keyof paths, ...unknown[]]
  ? V extends 'PATCH'
    ? (...args: PatchArgumentsOf<P>) => APIPromise<AnswerOf<V, P>>
    : V extends Method
      ? (...args: ArgumentsOf<V, P>) => APIPromise<AnswerOf<V, P>>
      : (...args: ArgumentsOf<'GET', P>) => PagePromise<ItemOf<P>>
  : never
