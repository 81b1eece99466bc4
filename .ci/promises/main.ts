/**
 * Compares the built package with the last release: `node .ci/promises/main.ts`. A change of the
 * document or of the public types that can break a program must be named by a changeset, or judged compatible in compatible.json.
 * `--record` keeps what this version promises, once it is released.
 */

import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readChangeset } from '../version/changelog.ts'
import { unannounced, withoutCompatible } from './announced.ts'
import { compareDocuments } from './compare-documents.ts'
import { compareSurfaces } from './compare-surfaces.ts'
import { promisesOf, readCompatible, readRecord, writeRecord } from './record.ts'

const root = join(import.meta.dirname, '../..')
const now = promisesOf(root)

if (process.argv.includes('--record')) console.log(writeRecord(root, now))
else {
  const released = readRecord(root)
  const found = [
    ...compareDocuments(released.document, now.document),
    ...compareSurfaces(released.types, now.types),
  ]
  const { breaks, stale } = withoutCompatible(found, readCompatible(root))
  const changesets = globSync('.changeset/*.md', { cwd: root, exclude: ['.changeset/README.md'] })
    .map((file) => readChangeset(readFileSync(join(root, file), 'utf8')))
    .filter((one) => one !== undefined)
  const missing = unannounced(breaks, changesets, released.version)
  for (const { subject, change } of missing) console.error(`${subject}: ${change}`)
  for (const { subject } of stale) {
    console.error(`.ci/promises/compatible.json: ${subject} has no such change; take it out.`)
  }
  if (missing.length > 0) {
    console.error(`
No changeset names these changes since ${released.version}, which can break programs. Undo them, or
name each in a changeset, in an item such as
- Breaking: \`${missing[0]?.subject}\` is gone. Use … instead.
If one breaks no program, say why in .ci/promises/compatible.json.`)
  }
  if (missing.length > 0 || stale.length > 0) process.exitCode = 1
  else {
    console.log(
      `${breaks.length} breaking change(s) since ${released.version}, each named by a changeset.`,
    )
  }
}
