import type { Arbitrary } from 'fast-check'
import type { OperationId } from '../../../src/index.ts'

/** Path arguments, then the body or the query, by operation. */
export type CallArguments = Partial<Record<OperationId, Arbitrary<readonly unknown[]>>>
