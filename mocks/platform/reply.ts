import type { FieldError } from '../../src/generated/models.ts'
import type { RecordOf } from '../state/render.ts'
import type { ResourceType } from '../policy/language/resource-types.ts'
import type { Mail } from '../log/mail.ts'
import { fieldError } from '../message/field-error.ts'
import { refuseFields, type Refused } from '../message/refusal.ts'

/** The answer of an operation, not yet as JSON: effects may still change the resource. */
export type Reply =
  | ResourceReply
  | PageReply<ResourceType>
  | JsonReply
  | { readonly ok: true; readonly kind: 'nothing' }

/** An answer that is one JSON value. */
export interface JsonReply {
  readonly ok: true
  readonly kind: 'json'
  /** Works the value out: a rehearsal, whose answer nobody reads, never does. */
  readonly read: () => unknown
}

export interface ResourceReply {
  readonly ok: true
  readonly kind: 'resource'
  readonly type: ResourceType
  readonly id: string
  /** Further keys of this answer alone, such as a new API key. */
  readonly extra?: Readonly<Record<string, unknown>>
  /** The e-mail that the call sends. */
  readonly mail?: Mail
}

export interface PageReply<Type extends ResourceType> {
  readonly ok: true
  readonly kind: 'page'
  readonly type: Type
  /** Finds the records: a rehearsal, whose answer nobody reads, never does. */
  readonly read: () => RecordPage<Type>
}

/** One page of a list, with the cursor of the next. */
export interface RecordPage<Type extends ResourceType> {
  readonly records: readonly RecordOf<Type>[]
  readonly nextCursor: string | null
}

export const resource = (
  type: ResourceType,
  { id }: { readonly id: string },
  extra?: Readonly<Record<string, unknown>>,
): ResourceReply => ({ ok: true, kind: 'resource', type, id, ...(extra && { extra }) })

export const json = (read: () => unknown): JsonReply => ({ ok: true, kind: 'json', read })

export const nothing: Reply = { ok: true, kind: 'nothing' }

/** 409: another resource has the key. */
export const keyTaken = (
  pointer: string,
  type: 'user' | 'team' | 'role' | 'project',
  key: string,
): Refused =>
  refuseFields(
    409,
    'key_taken',
    [fieldError(pointer, `is taken: there is a ${type} ${key} already. Choose another.`)],
    { about: [{ type, id: key }] },
  )

/** 422: values of the right type that the platform can't accept. */
export const invalid = (...errors: FieldError[]): Refused =>
  refuseFields(422, 'validation_failed', errors, { about: [] })
