/** The parts of an OpenAPI document that the reference shows. */
export interface ReferenceDocument {
  readonly info: { readonly title: string; readonly version: string; readonly description: string }
  readonly tags: readonly { readonly name: string; readonly description: string }[]
  readonly paths: Readonly<Record<string, PathItem>>
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>
    readonly parameters: Readonly<Record<string, Parameter>>
    readonly responses: Readonly<Record<string, Response>>
  }
}

export const methods = ['get', 'post', 'patch', 'delete'] as const

export type PathItem = { readonly [method in (typeof methods)[number]]?: Operation }

export interface Operation {
  readonly operationId: string
  readonly summary: string
  readonly description: string
  readonly tags: readonly string[]
  readonly parameters?: readonly (Parameter | Reference)[]
  readonly requestBody?: {
    readonly description: string
    readonly required?: boolean
    readonly content: Readonly<Record<string, Media>>
  }
  readonly responses: Readonly<Record<string, Response | Reference>>
  readonly security?: readonly object[]
}

export interface Reference {
  readonly $ref: string
}

export interface Parameter {
  readonly name: string
  readonly in: string
  readonly required?: boolean
  readonly description: string
  readonly schema: Schema
  readonly examples?: Readonly<Record<string, Example>>
}

export interface Response {
  readonly description: string
  readonly content?: Readonly<Record<string, Media>>
}

export interface Media {
  readonly schema: Schema
  readonly examples?: Readonly<Record<string, Example>>
}

/** A named example, with the policy that it is true of and the user who sends the request. */
export interface Example {
  readonly summary: string
  readonly value: unknown
  readonly 'x-policy': string
  readonly 'x-caller': string
}

export interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly format?: string
  readonly default?: unknown
  readonly description?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | Schema
  readonly items?: Schema
  readonly oneOf?: readonly Schema[]
  readonly anyOf?: readonly Schema[]
}

/** The component that a reference names, or the object itself. */
export function follow<T extends object>(
  components: Readonly<Record<string, T>>,
  one: T | Reference,
): T | undefined {
  return '$ref' in one ? components[nameOf(one.$ref)] : one
}

/** The name of the component that a reference is to. */
export const nameOf = (ref: string): string => ref.slice(ref.lastIndexOf('/') + 1)
