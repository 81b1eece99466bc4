import { transform } from 'esbuild'
import type { Plugin } from 'rolldown'

/**
 * A plugin that writes chunks in the way that V8 parses fastest: without spaces, and with functions in
 * place of arrows, whose bodies V8 skips until they are called. Names and lines stay, for stack traces.
 */
export function quickToParse(chunks: readonly string[]): Plugin {
  return {
    name: 'quick-to-parse',
    async renderChunk(code, { name }) {
      if (!chunks.includes(name)) return null
      return transform(code, {
        format: 'esm',
        target: 'es2023',
        supported: { arrow: false },
        minifyWhitespace: true,
        minifySyntax: true,
        lineLimit: 120,
        sourcemap: 'external',
        sourcesContent: false,
      })
    },
  }
}
