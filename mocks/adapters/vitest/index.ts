/**
 * The mock in Vitest: a `test` that gives each test a mock of its own, and matchers. An import of this
 * module registers the matchers.
 *
 * @module rolecall/mocks/vitest
 */

import { expect } from 'vitest'
import { callMatchers } from './call-matchers.ts'
import { decisionMatchers } from './decision-matchers.ts'
import type { RolecallMatchers } from './matchers.ts'

export type {
  CallExpectation,
  DenialExpectation,
  RolecallMatchers,
  RuleExpectation,
} from './matchers.ts'
export { type MockFixtures, mockTest, test } from './mock-test.ts'

declare module 'vitest' {
  // The parameters must be those of Vitest's own interface.
  interface Matchers<
    R extends void | Promise<void> = void | Promise<void>,
    T = unknown,
  > extends RolecallMatchers<R, T> {}
}

expect.extend({ ...callMatchers, ...decisionMatchers })
