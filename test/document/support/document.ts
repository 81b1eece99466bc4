/** The document as its readers get it: one operation at a time, with its references followed. */
import { readFileSync } from 'node:fs'
import type { Schema } from './schema.ts'

interface Reference {
  readonly $ref?: string
}

interface Header {
  readonly required?: boolean
  readonly schema: Schema
}

/** Values of one request, by its name: the same in each parameter and in the body. */
type Examples = Readonly<
  Record<
    string,
    { readonly value: unknown; readonly 'x-policy'?: string; readonly 'x-caller'?: string }
  >
>

interface Content {
  readonly schema: Schema
  readonly examples?: Examples
}

interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required?: boolean
  readonly schema: Schema
  readonly examples?: Examples
}

interface Response {
  readonly headers?: Readonly<Record<string, Header & Reference>>
  readonly content?: Readonly<Record<string, Content>>
}

interface Described {
  readonly operationId: string
  readonly parameters?: readonly (Parameter & Reference)[]
  readonly requestBody?: {
    readonly required?: boolean
    readonly content: Readonly<Record<string, Content>>
  }
  readonly responses: Readonly<Record<string, Response & Reference>>
  readonly security?: readonly Readonly<Record<string, unknown>>[]
  readonly 'x-affects'?: string | readonly string[]
}

type PathItem = Readonly<Record<string, unknown>> & Pick<Described, 'parameters'>

export interface OpenApi {
  readonly paths: Readonly<Record<string, PathItem>>
  readonly components: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

/** A documented answer. */
export interface Documented {
  readonly headers: Readonly<Record<string, Header>>
  /** The schema of each media type; none for an answer without a body. */
  readonly content: Readonly<Record<string, Content>>
}

/** An operation of the document. */
export interface Operation {
  readonly id: string
  readonly method: string
  /** The path template, such as `/v1/roles/{role}`. */
  readonly path: string
  readonly query: readonly Parameter[]
  /** The names of its headers, in lower case, with their schemas. */
  readonly headers: ReadonlyMap<string, Schema>
  readonly pathParameters: readonly Parameter[]
  readonly body?: {
    readonly isRequired: boolean
    readonly types: readonly string[]
    readonly schema: Schema
    readonly examples: Examples
  }
  readonly responses: ReadonlyMap<number, Documented>
  readonly isPublic: boolean
  /** Whether an enforcement point may call it. */
  readonly isForPoints: boolean
  /** Whether it never changes anything. */
  readonly isSafe: boolean
}

const methods = ['get', 'post', 'put', 'patch', 'delete']

export const document: OpenApi = JSON.parse(
  readFileSync('mocks/generated/documents/openapi.json', 'utf8'),
)

/** Follows a reference within the document. */
export function followed<T extends object>(given: T & Reference): T {
  const { $ref } = given
  if ($ref === undefined) return given
  let found: unknown = document
  for (const key of $ref.slice(2).split('/')) {
    found = Reflect.get(Object(found), key.replaceAll('~1', '/').replaceAll('~0', '~'))
  }
  return JSON.parse(JSON.stringify(found))
}

const isDescribed = (value: unknown): value is Described =>
  typeof value === 'object' && value !== null && 'operationId' in value

function readOperation(path: string, method: string, item: PathItem, told: Described): Operation {
  const parameters = [...(item.parameters ?? []), ...(told.parameters ?? [])].map((one) =>
    followed<Parameter>(one),
  )
  const inPlace = (place: Parameter['in']) => parameters.filter((one) => one.in === place)
  const { requestBody: body, security } = told
  const contents = Object.entries(body?.content ?? {})
  const examples = contents.flatMap(([, content]) => Object.entries(content.examples ?? {}))
  const [content] = contents
  return {
    id: told.operationId,
    method: method.toUpperCase(),
    path,
    query: inPlace('query'),
    headers: new Map(inPlace('header').map(({ name, schema }) => [name.toLowerCase(), schema])),
    pathParameters: inPlace('path'),
    ...(body &&
      content && {
        body: {
          isRequired: body.required === true,
          types: contents.map(([type]) => type),
          schema: content[1].schema,
          examples: Object.fromEntries(examples),
        },
      }),
    responses: new Map(
      Object.entries(told.responses).map(([status, response]) => [
        Number(status),
        readResponse(followed<Response>(response)),
      ]),
    ),
    isPublic: security?.length === 0,
    isForPoints: security?.some((one) => 'enforcementPoint' in one) === true,
    isSafe: method === 'get' || told['x-affects']?.length === 0,
  }
}

const readResponse = ({ headers = {}, content = {} }: Response): Documented => ({
  headers: Object.fromEntries(
    Object.entries(headers).map(([name, one]) => [name.toLowerCase(), followed<Header>(one)]),
  ),
  content,
})

/** Every operation of the document. */
export const operations: readonly Operation[] = Object.entries(document.paths).flatMap(
  ([path, item]) =>
    methods.flatMap((method) => {
      const told = item[method]
      return isDescribed(told) ? [readOperation(path, method, item, told)] : []
    }),
)

/** The operations of a path template. */
export const operationsAt = (path: string): readonly Operation[] =>
  operations.filter((one) => one.path === path)
