import type { paths } from '../../generated/schema.ts'
import type { Operation } from '../base/operation.ts'
import type { APIPromise } from '../answers/api-promise.ts'
import type { PagePromise } from '../answers/page-promise.ts'
import type { RequestOptions } from '../options/request-options.ts'
import type { Patch } from './update.ts'

// What the document says of each endpoint. The methods of the generated resources are typed by it, so that a
// path, a parameter or a body that it does not have is an error of the compiler.

type Method = Operation['method']

/** An endpoint of the document, as openapi-typescript describes it. */
type Described<M extends Method, P extends keyof paths> = NonNullable<paths[P][Lowercase<M>]>

/** The body that it takes, of whatever media type. */
type Body<E> = E extends { requestBody?: infer B }
  ? B extends { content: infer C }
    ? Sent<C[keyof C]>
    : never
  : never

/** Of members with keys of a policy each may be left out: what is `undefined` is not sent. */
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

/** What its method takes: path arguments, then the body or the query, then options. */
type ArgumentsOf<M extends Method, P extends keyof paths> = readonly [
  ...PathArguments<P>,
  ...InputArgument<InputOf<M, P>, Described<M, P>>,
  options?: RequestOptions,
]

/** The same of an update: its body may be a function that makes it of what the endpoint answers. */
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

/** What it answers when it succeeds: nothing where that has no content. */
type AnswerOf<M extends Method, P extends keyof paths> =
  Described<M, P> extends { responses: infer R }
    ? Content<R[keyof R & (200 | 201 | 202 | 204)]>
    : never

type Content<A> = A extends { content: { 'application/json': infer J } } ? J : void

/** The items of a list. */
type ItemOf<P extends keyof paths> =
  AnswerOf<'GET', P> extends { data: readonly (infer T)[] } ? T : never

/** What an endpoint is to a resource: a GET that answers pages is a list. */
type Verb = Method | 'LIST'

/**
 * An endpoint as a generated resource says it: verb, path, where the argument after the path arguments goes, and
 * which option it takes as a POST beside those of all.
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
