import type { OperationId } from '../../../src/generated/operations.ts'
import { contract, type ReferencePlace } from '../../generated/contract.ts'
import { referencePlacesOf } from '../call/references.ts'
import type { ResourceType } from '../world/resources.ts'

/** Whether the operation acts on a resource of that type, or on its contents. */
export const isAbout = (operation: OperationId, type: ResourceType): boolean => {
  const { target = 'organization' } = contract[operation]
  const isIn = ({ type: container, isContainer }: ReferencePlace) =>
    isContainer === true && container === type
  return target === type || referencePlacesOf(operation).some(isIn)
}
