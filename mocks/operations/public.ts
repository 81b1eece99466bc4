import type { OperationId } from '../../src/generated/operations.ts'
import { configuration } from './access/configuration.ts'

/** Operations that answer everyone, signed in or not: what they answer, given where they were asked. */
export const publicOperations: Partial<
  Record<OperationId, (origin: string | undefined) => unknown>
> = {
  'access.configuration': configuration,
}
