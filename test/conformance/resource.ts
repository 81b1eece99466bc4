import { findOperation } from '../../src/core/operation.ts'
import type { AccessResource } from '../../src/index.ts'
import type { Question } from './situation.ts'

const projectIn = (input: unknown): string | undefined =>
  typeof input === 'object' && input !== null && 'project' in input
    ? String(input.project)
    : undefined

/** The thing that the call's path names last; for create and list, what it is in. */
export function resourceOf({
  operation,
  args,
}: Pick<Question, 'operation' | 'args'>): AccessResource {
  const { names } = findOperation(operation)
  const index = names.findLastIndex((name) => name !== 'name')
  const type = names[index]
  if (type !== undefined) return { type, id: String(args[index]) }
  const project = projectIn(args[names.length])
  return project === undefined
    ? { type: 'organization', id: 'current' }
    : { type: 'project', id: project }
}
