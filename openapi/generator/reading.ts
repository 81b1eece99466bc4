import type { Operation, Spec } from './spec.ts'

/**
 * The operation that reads the resource of an update, if its etag can guard the update: both answer the
 * same model. `client.users.update` reads by `users.get`.
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
