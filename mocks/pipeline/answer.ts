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
import { shown } from '../platform/shown.ts'

const json = { 'Content-Type': 'application/json' }

/** Makes the answer of a call that went well. Throws when it is not what the API's document promises. */
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
      return jsonAnswer(operation, reply.value)
  }
}

/** An answer that is made as a whole. */
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
  const { json: value, text, etag } = shown(platform, viewer, type, record)
  const answer =
    extra === undefined
      ? { status: contract[operation].success, headers: json, body: text }
      : jsonAnswer(operation, { ...value, ...extra })
  if (etag === undefined) return answer
  return { ...answer, headers: { ...answer.headers, ETag: `"${etag}"` } }
}

/** Each item is validated and serialised already, once per version, so that a page is put together. */
function pageText(
  platform: Platform,
  viewer: UserRecord,
  { type, records, nextCursor }: PageReply<ResourceType>,
): string {
  const data = records.map((record) => shown(platform, viewer, type, record).text).join(',')
  return `{"data":[${data}],"nextCursor":${JSON.stringify(nextCursor)}}`
}

/** The resource as it is now, after all that the call did. */
function recordById(store: Store, type: ResourceType, id: string): RecordOf<ResourceType> {
  if (type === 'organization') return store.organization
  const record = store.byType[type].get(id)
  // Somebody who was removed is shown as they were.
  const removed = type === 'user' ? store.tables.former.get(id) : undefined
  const known = record ?? removed
  if (known === undefined) throw new Error(`The operation answered ${id}, which does not exist.`)
  return known
}
