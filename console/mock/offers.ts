import type { Policy } from '../../mocks/control-client/index.ts'
import type { OperationId } from '../../src/generated/operations.ts'
import { usePolicy } from './control-queries.ts'

/** Whether a platform has an operation, and takes a key in its body. */
export type Offers = (operation: OperationId, key?: string) => boolean

/** Reads from a policy what its platform has. What it has not is left out of a view. */
const offersOf =
  (policy: Policy | undefined): Offers =>
  (operation, key) => {
    const changes = policy?.changes[operation]
    if (changes === undefined) return false
    return key === undefined || changes.keys === undefined || Object.hasOwn(changes.keys, key)
  }

/** Returns what the platform of the mock has. Before the policy is known, nothing. */
export const useOffers = (): Offers => offersOf(usePolicy().data)
