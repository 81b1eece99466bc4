import { isRecord } from '../../../src/core/base/kind-of.ts'
import type { OperationId } from '../../../src/generated/operations.ts'
import { contract } from '../../generated/contract.ts'

/**
 * The requests in a body, unread: each item of a batch, with the defaults from the body around it. A body
 * without items is the only request.
 */
export function requestsIn(operation: OperationId, body: unknown): readonly unknown[] {
  const { batch } = contract[operation]
  if (batch === undefined || !isRecord(body)) return [body]
  const list = body[batch.at]
  const items: readonly unknown[] = Array.isArray(list) ? list : []
  if (items.length === 0) return [body]
  const { keys = [] } = contract[batch.of]
  const defaults = Object.entries(body).filter(([key]) => keys.includes(key))
  // Whatever else an item has counts too: the document limits the number of its properties.
  return items.map((item) => (isRecord(item) ? { ...Object.fromEntries(defaults), ...item } : item))
}

/** The subjects that the requests in a body ask about. One that can't be read is left out. */
export function subjectsIn(operation: OperationId, body: unknown): readonly string[] {
  const { asksAbout } = contract[operation]
  return requestsIn(operation, body).flatMap((request) => {
    const subject = asksAbout !== undefined && isRecord(request) ? request[asksAbout] : undefined
    return isRecord(subject) && typeof subject.id === 'string' ? [subject.id] : []
  })
}
