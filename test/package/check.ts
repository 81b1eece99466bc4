import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { execute } from './execute.ts'
import { pack } from './pack.ts'

// The checks of publint and attw on the packed package. If one fails, this exits with its whole output.
const documents = ['openapi.yaml', 'arazzo.yaml']
const folder = mkdtempSync(join(tmpdir(), 'rolecall-check-'))
const bin = (name: string) => resolve('node_modules/.bin', name)
try {
  const tarball = await pack(folder)
  await Promise.all([
    execute(bin('publint'), ['run', tarball, '--strict']),
    // The documents in YAML are files to read: nothing can import them, so they have no types.
    execute(bin('attw'), [tarball, '--profile', 'esm-only', '--exclude-entrypoints', ...documents]),
  ])
  console.log('publint and attw have no objections.')
} finally {
  rmSync(folder, { recursive: true, force: true })
}
