import { defineConfig } from 'vitest/config'
import { ClosingLine } from '../support/closing-line.ts'
import { sourceOfExports } from '../support/source-of.ts'
import { fromPackage } from './from-package.ts'

const { ROLECALL_INSTALLED } = process.env
if (!ROLECALL_INSTALLED) {
  throw new Error('ROLECALL_INSTALLED must be the folder of an installed package.')
}

/** The tests of what the package is for, on an installed package instead of the sources. */
export default defineConfig({
  plugins: [fromPackage(ROLECALL_INSTALLED)],
  resolve: { alias: sourceOfExports() },
  test: {
    include: ['test/{client,mock,msw,server}/**/*.test.ts'],
    testTimeout: 20_000,
    reporters: ['default', new ClosingLine()],
  },
})
