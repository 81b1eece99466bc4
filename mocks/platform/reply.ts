import type { Answered } from '../log/trace.ts'
import type { FieldError } from '../../src/generated/models.ts'
import type { RecordOf, ThingType } from '../state/render.ts'
import type { Mail } from '../log/log.ts'
import { refuseFields, type Refused } from '../message/refusal.ts'

/** What an operation answers, before it is made into JSON: effects may still change the thing. */
export type Reply =
  | ThingReply
  | PageReply<ThingType>
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

export interface ThingReply {
  readonly ok: true
  readonly kind: 'thing'
  readonly type: ThingType
  readonly id: string
  /** Further keys of the answer, which nothing shows again. */
  readonly extra?: Readonly<Record<string, unknown>>
  /** What the platform sends to somebody because of it. */
  readonly mail?: Mail
}

export interface PageReply<Type extends ThingType> {
  readonly ok: true
  readonly kind: 'page'
  readonly type: Type
  readonly records: readonly RecordOf<Type>[]
  readonly nextCursor: string | null
}

export const thing = (
  type: ThingType,
  { id }: { readonly id: string },
  extra?: Readonly<Record<string, unknown>>,
): ThingReply => ({ ok: true, kind: 'thing', type, id, ...(extra && { extra }) })

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
