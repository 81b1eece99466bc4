import { registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'
import { sourceOfExports } from '../support/source-of.ts'

// For `node --import`: resolves the package's name to its sources, so that no test runs an old build.
const exports = sourceOfExports()

registerHooks({
  resolve(specifier, context, next) {
    const found = exports.find(({ find }) => find.test(specifier))
    return next(found ? pathToFileURL(found.replacement).href : specifier, context)
  },
})
