import { defineConfig } from 'vitest/config'
import { sourceOfExports } from '../support/source-of.ts'
import { Tally } from './tally.ts'

export default defineConfig({
  resolve: { alias: sourceOfExports() },
  test: {
    include: ['test/{authzen,conformance,policy/rules}/**/*.test.ts'],
    testTimeout: 20_000,
    reporters: [new Tally()],
  },
})
