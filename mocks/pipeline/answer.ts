import type { OperationId } from '../../src/generated/operations.ts'
import { contract } from '../generated/contract.ts'
import { responsesOf } from '../generated/validators.js'
import type { PageReply, Reply, ResourceReply } from '../platform/reply.ts'
import type { UserRecord } from '../policy/language/records.ts'
import { assertPromised, type RecordOf } from '../state/render.ts'
import type { ResourceType } from '../policy/language/resource-types.ts'
import type { Store } from '../state/store.ts'
import type { Answer } from '../message/message.ts'
import type { CallRequest, Platform } from '../platform/platform.ts'
import { renderedFor } from '../platform/rendered-for.ts'

const json = { 'Content-Type': 'application/json' }

/** Makes the answer of a successful call. Throws if it breaks the API's document. */
export function answerOf(
  platform: Platform,
  { actor, operation }: CallRequest<OperationId>,
  reply: Reply,
): Answer {
  const status = contract[operation].success
  switch (reply.kind) {
    case 'nothing':
      return { status, headers: {}, body: '' }
    case 'resource':
      return resourceAnswer(platform, actor, operation, reply)
    case 'page':
      return { status, headers: json, body: pageText(platform, actor, reply) }
    case 'json':
      return jsonAnswer(operation, reply.read())
  }
}

/** Makes an answer of one JSON value. Throws if it breaks the API's document. */
export function jsonAnswer(operation: OperationId, value: unknown): Answer {
  const status = contract[operation].success
  assertPromised(operation, responsesOf(operation)[status], value)
  return { status, headers: json, body: JSON.stringify(value) }
}

function resourceAnswer(
  platform: Platform,
  viewer: UserRecord,
  operation: OperationId,
  { type, id, extra }: ResourceReply,
): Answer {
  const record = recordById(platform.store, type, id)
  const { json: value, text, etag } = renderedFor(platform, viewer, type, record)
  const answer =
    extra === undefined
      ? { status: contract[operation].success, headers: json, body: text }
      : jsonAnswer(operation, { ...value, ...extra })
  if (etag === undefined) return answer
  return { ...answer, headers: { ...answer.headers, ETag: `"${etag}"` } }
}

/** Joins texts: each item is validated and serialised once per version. */
function pageText(
  platform: Platform,
  viewer: UserRecord,
  { type, read }: PageReply<ResourceType>,
): string {
  const { records, nextCursor } = read()
  const data = records.map((record) => renderedFor(platform, viewer, type, record).text).join(',')
  return `{"data":[${data}],"nextCursor":${JSON.stringify(nextCursor)}}`
}

/** The resource in its current version, after the call and its effects. */
function recordById(store: Store, type: ResourceType, id: string): RecordOf<ResourceType> {
  if (type === 'organization') return store.organization
  const record = store.byType[type].get(id)
  // A removed user is shown in their last version.
  const removed = type === 'user' ? store.tables.former.get(id) : undefined
  const known = record ?? removed
  if (known === undefined) throw new Error(`The operation answered ${id}, which does not exist.`)
  return known
}
