import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Generated files by their path from the project's root. */
export type Output = ReadonlyMap<string, string>

/** Folders with generated files only. */
const folders = ['src/generated', 'mocks/generated', 'docs/rules', 'docs/fidelity']

/** The paths whose files are missing, differ, or are no longer generated. */
export function differences(root: string, output: Output): string[] {
  const changed = [...output].filter(([path, text]) => read(join(root, path)) !== text)
  return [...changed.map(([path]) => path), ...staleFiles(root, output)].toSorted()
}

/**
 * Writes files that differ, and removes those that are no longer generated. Returns the paths of both.
 *
 * @param rest - Paths of files that are generated later.
 */
export function write(root: string, output: Output, rest: readonly string[] = []): string[] {
  const paths = differences(root, output).filter((path) => !rest.includes(path))
  for (const path of paths) {
    const text = output.get(path)
    const file = join(root, path)
    if (text === undefined) rmSync(file)
    else {
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, text)
    }
  }
  return paths
}

function staleFiles(root: string, output: Output): string[] {
  return folders
    .flatMap((folder) => globSync(`${folder}/**/*.*`, { cwd: root }))
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !output.has(path))
}

const read = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined)
