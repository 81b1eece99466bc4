/** Stands in for the mock in the rules' tests: the real one, with the mutant in place of its policy. */
import { createMock as createReal, type Mock, type MockOptions } from '../../../mocks/index.ts'
import type { Policy } from '../../../mocks/policy/index.ts'

export * from '../../../mocks/index.ts'

let mutant: Policy | undefined

/** Runs the work with that policy in every new mock. */
export async function withPolicy<T>(policy: Policy, work: () => Promise<T>): Promise<T> {
  mutant = policy
  try {
    return await work()
  } finally {
    mutant = undefined
  }
}

export function createMock(options: MockOptions<Policy> = {}): Mock {
  return createReal({ ...options, ...(mutant && { policy: mutant }) })
}
