import type { OperationId } from '../../src/generated/operations.ts'
import { contract } from '../generated/contract.ts'
import { responses } from '../generated/validators.js'
import type { PageReply, Reply, ThingReply } from '../operations/reply.ts'
import { assertPromised, render, type Rendered, type ThingType } from '../render.ts'
import type { Store } from '../store/store.ts'
import type { Answer } from './message.ts'

const json = { 'Content-Type': 'application/json' }

/** Makes the answer of a call that went well. Throws when it is not what the API's document promises. */
export function answerOf(store: Store, operation: OperationId, reply: Reply): Answer {
  const status = contract[operation].success
  switch (reply.kind) {
    case 'nothing':
      return { status, headers: {}, body: '' }
    case 'thing':
      return thingAnswer(store, operation, status, reply)
    case 'page':
      return { status, headers: json, body: pageText(reply) }
    case 'json':
      assertPromised(operation, responses[operation][status], reply.value)
      return { status, headers: json, body: JSON.stringify(reply.value) }
  }
}

function thingAnswer(
  store: Store,
  operation: OperationId,
  status: number,
  { type, id, extra }: ThingReply,
): Answer {
  const { json: shown, text, etag } = renderById(store, type, id)
  const headers = { ...json, ...(etag !== undefined && { ETag: `"${etag}"` }) }
  if (extra === undefined) return { status, headers, body: text }
  const whole = { ...shown, ...extra }
  assertPromised(operation, responses[operation][status], whole)
  return { status, headers, body: JSON.stringify(whole) }
}

/** Each item is validated and serialised already, once per version, so that a page is put together. */
function pageText({ type, records, nextCursor }: PageReply<ThingType>): string {
  const data = records.map((record) => render(type, record).text).join(',')
  return `{"data":[${data}],"nextCursor":${JSON.stringify(nextCursor)}}`
}

/** The thing as it is now, after all that the call did. */
function renderById(store: Store, type: ThingType, id: string): Rendered {
  const { tables } = store
  switch (type) {
    case 'organization':
      return render(type, store.organization)
    case 'role':
      return render(type, existing(tables.roles.get(id), id))
    case 'team':
      return render(type, existing(tables.teams.get(id), id))
    case 'user':
      return render(type, existing(tables.users.get(id) ?? tables.former.get(id), id))
    case 'project':
      return render(type, existing(tables.projects.get(id), id))
    case 'member':
      return render(type, existing(tables.members.get(id), id))
    case 'artifact':
      return render(type, existing(tables.artifacts.get(id), id))
    case 'invitation':
      return render(type, existing(tables.invitations.get(id), id))
    case 'token':
      return render(type, existing(tables.tokens.get(id), id))
  }
}

function existing<T>(record: T | undefined, id: string): T {
  if (record === undefined) throw new Error(`The operation answered ${id}, which does not exist.`)
  return record
}
