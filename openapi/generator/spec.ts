import type { Document, HttpMethod, Schema } from './document.ts'
import type { Deed, OpenTo } from './read-deed.ts'
import type { Given } from './read-input.ts'
import type { ReferencePlace } from './read-references.ts'

/** A path argument or query parameter. */
export interface Argument {
  readonly name: string
  readonly description: string
  readonly schema: Schema
  readonly required: boolean
  readonly example: unknown
}

export interface Body {
  readonly model: string
  readonly description: string
  readonly required: boolean
  readonly mergePatch: boolean
  readonly example: unknown
}

export interface Query {
  readonly model: string
  readonly parameters: readonly Argument[]
  readonly required: boolean
}

export type Result =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'model'; readonly model: string }
  | { readonly kind: 'page'; readonly model: string; readonly item: string }

/** One answer of an operation, by its status. */
export interface Answer {
  readonly status: number
  readonly model: string | undefined
  readonly description: string
}

/** Resources by their ids. */
export type Affects = 'all' | readonly string[]

/** Requests of another operation, in a list of the body. */
export interface Batch {
  /** The property with the list. */
  readonly at: string
  readonly of: string
}

export interface Operation {
  readonly id: string
  /** The id without its last word: `roles`, `projects.members`. */
  readonly resource: string
  readonly name: string
  readonly method: HttpMethod
  readonly path: string
  readonly summary: string
  readonly description: string
  readonly pathArguments: readonly Argument[]
  readonly query: Query | undefined
  readonly body: Body | undefined
  readonly success: Answer
  readonly result: Result
  readonly problems: readonly Answer[]
  readonly headers: readonly string[]
  readonly public: boolean
  /** Whether an enforcement point may call it. */
  readonly enforcementPoint: boolean
  /** The resources whose answers it may change. Empty: it reads. */
  readonly affects: Affects
  /** The type of resource that its path is about. */
  readonly target: string | undefined
  readonly deed: Deed | undefined
  readonly openTo: OpenTo | undefined
  /** The property of the body with the subject of a question. */
  readonly asksAbout: string | undefined
  readonly batch: Batch | undefined
  /** The references in its body or query. */
  readonly references: readonly ReferencePlace[]
  /** The keys of the body that give something beside what they name. */
  readonly handsOut: Readonly<Record<string, Given>>
}

/** The document for the emitters: every reference followed, every operation complete. */
export interface Spec {
  readonly operations: readonly Operation[]
  readonly schemas: Readonly<Record<string, Schema>>
  readonly document: Document
}
