import { operations } from '../../src/generated/operations.ts'
import { isOperation } from '../../mocks/policy/world/operations.ts'
import type { AccessResource } from '../../src/index.ts'
import type { QuestionCall } from './situation.ts'

const projectIn = (input: unknown): string | undefined =>
  typeof input === 'object' && input !== null && 'project' in input
    ? String(input.project)
    : undefined

/** The last resource in the call's path; for create and list, its container. */
export function resourceOf({ operation, args }: QuestionCall): AccessResource {
  const names = isOperation(operation) ? operations[operation].parameters : []
  const index = names.findLastIndex((name) => name !== 'name')
  const type = names[index]
  if (type !== undefined) return { type, id: String(args[index]) }
  const project = projectIn(args[names.length])
  return project === undefined
    ? { type: 'organization', id: 'current' }
    : { type: 'project', id: project }
}
