import { fileURLToPath } from 'node:url'
import manifest from '../../package.json' with { type: 'json' }

/**
 * Aliases `import … from 'rolecall/…'` to the sources of the package's exports, so that no test runs an
 * old build.
 */
export function sourceOfExports(): { find: RegExp; replacement: string }[] {
  return Object.entries(manifest.exports).flatMap(([path, target]) =>
    typeof target === 'string'
      ? []
      : [
          {
            find: new RegExp(`^rolecall${path.slice(1).replace('*', '([^/]+)')}$`),
            replacement: sourceOf(target.default).replace('*', '$1'),
          },
        ],
  )
}

function sourceOf(built: string): string {
  const source = built.replace('./dist/', '../../').replace(/\.js$/, '.ts')
  return fileURLToPath(new URL(source, import.meta.url))
}
