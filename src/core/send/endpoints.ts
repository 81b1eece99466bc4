import type { paths } from '../../generated/schema.ts'
import type { Operation } from '../base/operation.ts'
import type { RequestOptions } from '../options/request-options.ts'
import type { Patch } from './update.ts'

// What the document says of each endpoint. The methods of the generated resources are typed by it, so that a
// path, a parameter or a body that it does not have is an error of the compiler.

type Method = Operation['method']

/** An endpoint of the document, as openapi-typescript describes it. */
type Endpoint<M extends Method, P extends keyof paths> = NonNullable<paths[P][Lowercase<M>]>

/** The paths that have the method. */
export type PathOf<M extends Method> = {
  [P in keyof paths]: [Endpoint<M, P>] extends [never] ? never : P
}[keyof paths]

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
export type InputOf<M extends Method, P extends keyof paths> = [Body<Endpoint<M, P>>] extends [
  never,
]
  ? [Query<Endpoint<M, P>>] extends [never]
    ? undefined
    : 'query'
  : Endpoint<M, P> extends { requestBody: object }
    ? 'body'
    : 'optional body'

/** A text for each parameter in a path. */
type PathArguments<P extends string> = P extends `${string}{${string}}${infer Rest}`
  ? [string, ...PathArguments<Rest>]
  : []

/** What its method takes: path arguments, then the body or the query, then options. */
export type ArgumentsOf<M extends Method, P extends keyof paths> = readonly [
  ...PathArguments<P>,
  ...InputArgument<InputOf<M, P>, Endpoint<M, P>>,
  options?: RequestOptions,
]

/** The same of an update: its body may be a function that makes it of what the endpoint answers. */
export type PatchArgumentsOf<P extends keyof paths> = readonly [
  ...PathArguments<P>,
  body: Patch<AnswerOf<'PATCH', P>, Body<Endpoint<'PATCH', P>>>,
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
export type AnswerOf<M extends Method, P extends keyof paths> =
  Endpoint<M, P> extends { responses: infer R }
    ? Content<R[keyof R & (200 | 201 | 202 | 204)]>
    : never

type Content<A> = A extends { content: { 'application/json': infer J } } ? J : void

/** The items of a list. */
export type ItemOf<P extends PathOf<'GET'>> =
  AnswerOf<'GET', P> extends { data: readonly (infer T)[] } ? T : never
