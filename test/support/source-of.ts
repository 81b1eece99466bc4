import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = new URL('../../', import.meta.url)

interface Manifest {
  readonly exports: Readonly<Record<string, string | { readonly default: string }>>
}

/**
 * What `import … from 'rolecall/…'` means inside this repository: the sources that the package's
 * exports are built from, so that no test runs an old build.
 */
export function sourceOfExports() {
  const { exports }: Manifest = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'))
  return Object.entries(exports).flatMap(([path, target]) =>
    typeof target === 'string'
      ? []
      : [{ find: new RegExp(`^rolecall${path.slice(1)}$`), replacement: sourceOf(target.default) }],
  )
}

function sourceOf(built: string): string {
  return fileURLToPath(new URL(built.replace('./dist/', './').replace(/\.js$/, '.ts'), root))
}
