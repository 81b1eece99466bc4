import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { parse } from 'yaml'
import type { Examples } from './examples/example.ts'

/** The parts of a JSON Schema (2020-12) that this project's document uses. */
export interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | Schema
  readonly propertyNames?: Schema
  readonly items?: Schema
  readonly oneOf?: readonly Schema[]
  readonly anyOf?: readonly Schema[]
  readonly description?: string
  readonly default?: unknown
  readonly examples?: readonly unknown[]
  /** The type that the string names or, on an object, that its property names name. */
  readonly 'x-key'?: string
  /** The property beside it that has the type. */
  readonly 'x-key-from'?: string
  /** Whether it is the key of the resource that the call creates, and no reference. */
  readonly 'x-new'?: true
  /** The place where the role is held, or the grant ticked. */
  readonly 'x-in'?: string
  /** The part that the resource plays in the call, as if its path named it. */
  readonly 'x-as'?: string
  /** Whether the call acts inside the resource: a missing one is a 404. */
  readonly 'x-container'?: true
  /** Whether it may name a removed user. */
  readonly 'x-former'?: true
  /** Whether its default is the deployment's default role. */
  readonly 'x-or-default'?: true
  /** What the property gives beside what it names. */
  readonly 'x-hands-out'?: string
  /** The operation whose requests the list holds. The faults of each are answered at its place. */
  readonly 'x-batch-of'?: string
  /** The type of resource that the schema shows. */
  readonly 'x-resource'?: string
  /** Whether it is a secret: a repeat leaves it out. */
  readonly 'x-secret'?: true
  /** Whether it is the cursor of the next page. */
  readonly 'x-cursor'?: true
  /** Whether it is a part of a question, which a search finds by its required names. */
  readonly 'x-entity'?: true
  /** Whether the type of requests refuses unknown names. The server ignores them. */
  readonly 'x-closed'?: true
  /** The type that declares the schema in full, in the control document: its file and name. */
  readonly 'x-type'?: string
}

export interface Media {
  readonly schema?: Schema
  readonly example?: unknown
  readonly examples?: Readonly<Record<string, { readonly value?: unknown }>>
}

export interface Parameter {
  readonly $ref?: string
  readonly name: string
  readonly in: 'path' | 'query' | 'header' | 'cookie'
  readonly required?: boolean
  readonly description?: string
  readonly schema?: Schema
  readonly example?: unknown
  readonly examples?: Readonly<Record<string, { readonly value?: unknown }>>
}

export interface RequestBody {
  readonly $ref?: string
  readonly description?: string
  readonly required?: boolean
  readonly content: Readonly<Record<string, Media>>
}

export interface Response {
  readonly $ref?: string
  readonly description?: string
  readonly content?: Readonly<Record<string, Media>>
}

export interface OperationObject {
  readonly operationId?: string
  readonly summary?: string
  readonly description?: string
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: RequestBody
  readonly responses?: Readonly<Record<string, Response>>
  readonly security?: readonly object[]
  /** The resources whose answers a write may change, or `all`. Empty: it changes nothing. */
  readonly 'x-affects'?: 'all' | readonly string[] | undefined
  /** The deed, if method and answer don't tell. */
  readonly 'x-does'?: string
  /** The people who may call it without an active membership. */
  readonly 'x-open-to'?: string
  /** The property of the body with the subject of a question. */
  readonly 'x-asks-about'?: string
  /** The largest body that it takes over HTTP, in bytes. */
  readonly 'x-largest-body'?: number
}

export const httpMethods = ['get', 'post', 'patch', 'delete'] as const
export type HttpMethod = (typeof httpMethods)[number]

export type PathItem = {
  readonly parameters?: readonly Parameter[]
  /** The type that the path is about, if it names no resource. */
  readonly 'x-target'?: string
  /** In the control document alone. */
  readonly put?: OperationObject
} & {
  readonly [M in HttpMethod]?: OperationObject
}

export interface Components {
  readonly schemas?: Readonly<Record<string, Schema>>
  readonly parameters?: Readonly<Record<string, Parameter>>
  readonly requestBodies?: Readonly<Record<string, RequestBody>>
  readonly responses?: Readonly<Record<string, Response>>
}

export interface Document {
  readonly tags?: readonly { readonly name: string; readonly description?: string }[]
  readonly paths: Readonly<Record<string, PathItem>>
  readonly components?: Components
}

export interface LoadedDocument {
  readonly document: Document
  /** The examples of each operation, if they are not in the document itself. */
  readonly examples?: Examples
  /** The file of each path, for error messages. */
  readonly files: Readonly<Record<string, string>>
}

/** Bundles the document at `root` into one object. All its references are to its components. */
export function loadDocument(root: string): LoadedDocument {
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-generate-'))
  const output = join(folder, 'openapi.json')
  try {
    execFileSync(process.execPath, [redocly, 'bundle', root, '--output', output], {
      env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    return { document: readJson(output), files: filesOfPaths(root) }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const redocly = join(import.meta.dirname, '../../node_modules/@redocly/cli/bin/cli.js')

function readJson(path: string): Document {
  return JSON.parse(readFileSync(path, 'utf8'))
}

function filesOfPaths(root: string): Record<string, string> {
  const source: { paths: Record<string, { $ref?: string }> } = parse(readFileSync(root, 'utf8'))
  const project = join(import.meta.dirname, '../..')
  return Object.fromEntries(
    Object.entries(source.paths).map(([path, item]) => {
      const file = item.$ref ? join(dirname(root), item.$ref.split('#')[0] ?? '') : root
      return [path, relative(project, file)]
    }),
  )
}
