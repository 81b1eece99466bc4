import { defineConfig } from 'vitest/config'
import { sourceOfExports } from '../support/source-of.ts'
import { Tally } from './tally.ts'

export default defineConfig({
  resolve: { alias: sourceOfExports() },
  test: {
    include: ['test/conformance/**/*.test.ts', 'test/policy/rules/**/*.test.ts'],
    testTimeout: 20_000,
    reporters: [new Tally()],
  },
})
