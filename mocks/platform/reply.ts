import type { Answered } from '../log/trace.ts'
import type { FieldError } from '../../src/generated/models.ts'
import type { RecordOf } from '../state/render.ts'
import type { ResourceType } from '../policy/language/resource-types.ts'
import type { Mail } from '../log/log.ts'
import { refuseFields, type Refused } from '../message/refusal.ts'

/** What an operation answers, before it is made into JSON: effects may still change the resource. */
export type Reply =
  | ResourceReply
  | PageReply<ResourceType>
  | JsonReply
  | { readonly ok: true; readonly kind: 'nothing' }

/** An answer that is made as a whole. */
export interface JsonReply {
  readonly ok: true
  readonly kind: 'json'
  readonly value: unknown
  /** What a question was answered, or each of several: for the log. */
  readonly answered?: Answered
}

export interface ResourceReply {
  readonly ok: true
  readonly kind: 'resource'
  readonly type: ResourceType
  readonly id: string
  /** Further keys of the answer, which nothing shows again. */
  readonly extra?: Readonly<Record<string, unknown>>
  /** What the platform sends to somebody because of it. */
  readonly mail?: Mail
}

export interface PageReply<Type extends ResourceType> {
  readonly ok: true
  readonly kind: 'page'
  readonly type: Type
  readonly records: readonly RecordOf<Type>[]
  readonly nextCursor: string | null
}

export const resource = (
  type: ResourceType,
  { id }: { readonly id: string },
  extra?: Readonly<Record<string, unknown>>,
): ResourceReply => ({ ok: true, kind: 'resource', type, id, ...(extra && { extra }) })

export const json = (value: unknown, answered?: Answered): JsonReply => ({
  ok: true,
  kind: 'json',
  value,
  ...(answered && { answered }),
})

export const nothing: Reply = { ok: true, kind: 'nothing' }

/** 409: somebody else has the natural key. */
export const keyTaken = (
  pointer: string,
  type: 'user' | 'team' | 'role' | 'project',
  key: string,
): Refused =>
  refuseFields(
    409,
    'key_taken',
    [{ pointer, message: `The ${type} ${key} exists already. Choose another.` }],
    { about: [{ type, id: key }] },
  )

/** 422: the values are of the right type and can't be right all the same. */
export const invalid = (...errors: FieldError[]): Refused =>
  refuseFields(422, 'validation_failed', errors, { about: [] })
