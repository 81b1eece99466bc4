/** Mends the relative links in the comments of the declarations: `dist/src` is a folder deeper than `src`. */
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

for (const path of globSync('dist/**/*.d.ts', { cwd: root })) {
  const file = join(root, path)
  const text = readFileSync(file, 'utf8')
  const mended = text.replaceAll('](../', '](../../')
  if (mended !== text) writeFileSync(file, mended)
}
