/**
 * A setup file for Vitest: hands the policy coverage of each test file to the reporter.
 *
 * @example
 * // vitest.config.ts
 * export default defineConfig({
 *   test: {
 *     setupFiles: ['rolecall/mocks/vitest/coverage'],
 *     reporters: ['default', 'rolecall/mocks/vitest/reporter'],
 *   },
 * })
 *
 * @module rolecall/mocks/vitest/coverage
 */

import { afterAll } from 'vitest'
import { installCollector } from '../../coverage/collector.ts'
import type { HandedOver } from './handed-over.ts'

const collector = installCollector()

// The setup file runs for each test file, and its hook comes last. Vitest insists on a pattern.
afterAll(({}, { file: { meta } }) => {
  const taken: HandedOver = collector.take()
  if (taken.length > 0) meta.rolecallCoverage = taken
})
