/**
 * Preloaded where Node loads the tests without Vite: the package's own name leads to its sources, so that
 * no test runs an old build.
 */
import { registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'
import { sourceOfExports } from '../support/source-of.ts'

const aliases = sourceOfExports()

registerHooks({
  resolve(specifier, context, next) {
    const alias = aliases.find(({ find }) => find.test(specifier))
    if (alias === undefined) return next(specifier, context)
    const source = specifier.replace(alias.find, alias.replacement)
    return next(pathToFileURL(source).href, context)
  },
})
