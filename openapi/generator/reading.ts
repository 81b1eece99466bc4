import type { Operation, Spec } from './spec.ts'

/**
 * The operation that reads what an update changes, where one can guard the other: both answer the same
 * thing, whose etag the update takes. `client.users.update` reads by `users.get`.
 */
export function readingOf(update: Operation, { operations, schemas }: Spec): Operation | undefined {
  const { body, headers, resource, success } = update
  const hasEtag = schemas[success.model ?? '']?.properties?.etag !== undefined
  if (!body?.mergePatch || !headers.includes('If-Match') || !hasEtag) return undefined
  return operations.find(
    (read) =>
      read.resource === resource &&
      read.name === 'get' &&
      read.success.model === success.model &&
      String(namesOf(read)) === String(namesOf(update)),
  )
}

const namesOf = ({ pathArguments }: Operation) => pathArguments.map(({ name }) => name)
