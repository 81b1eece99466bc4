import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { differences, write } from '../../openapi/generator/output.ts'

function emptyProject(): string {
  const root = mkdtempSync(join(tmpdir(), 'rolecall-output-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  return root
}

test('writing leaves no difference, and no outdated file', () => {
  const root = emptyProject()
  mkdirSync(join(root, 'src/generated/resources'), { recursive: true })
  writeFileSync(join(root, 'src/generated/resources/gone.ts'), '')
  const output = new Map([['src/generated/models.ts', 'export {}\n']])

  expect(write(root, output)).toEqual([
    'src/generated/models.ts',
    'src/generated/resources/gone.ts',
  ])
  expect(differences(root, output)).toEqual([])
  expect(readFileSync(join(root, 'src/generated/models.ts'), 'utf8')).toBe('export {}\n')
  expect(existsSync(join(root, 'src/generated/resources/gone.ts'))).toBe(false)
})

test('an edited, missing or surplus file is named', () => {
  const root = emptyProject()
  write(
    root,
    new Map([
      ['src/generated/models.ts', 'a\n'],
      ['mocks/generated/old.ts', ''],
    ]),
  )
  const output = new Map([
    ['src/generated/models.ts', 'b\n'],
    ['docs/page.md', ''],
  ])
  expect(differences(root, output)).toEqual([
    'docs/page.md',
    'mocks/generated/old.ts',
    'src/generated/models.ts',
  ])
})
