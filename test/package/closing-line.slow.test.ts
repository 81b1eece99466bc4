import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'

const reporter = pathToFileURL(resolve('test/support/closing-line.ts')).href

/** Runs Vitest over test files of its own; returns the last line of its output. */
function lastLineOf(files: Readonly<Record<string, string>>): string | undefined {
  const root = mkdtempSync(join(tmpdir(), 'closing-line-'))
  try {
    writeFileSync(
      join(root, 'vitest.config.mjs'),
      `import { ClosingLine } from '${reporter}'
       export default { test: { globals: true, reporters: ['default', new ClosingLine()] } }`,
    )
    for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text)
    const vitest = resolve('node_modules/vitest/vitest.mjs')
    const { stdout } = spawnSync(process.execPath, [vitest, 'run', '--root', root], {
      encoding: 'utf8',
    })
    return stdout.trimEnd().split('\n').at(-1)
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

test('counts passed, failed and skipped tests', () => {
  const text = `
    test('one', () => {})
    test('two', () => {})
    test('three', () => { throw new Error('three') })
    test.skip('four', () => {})
    test.todo('five')`
  expect(lastLineOf({ 'some.test.js': text })).toBe('2 passed, 1 failed, 2 skipped')
})

test('counts a file that does not load, a failing hook and a stray rejection as failures', () => {
  expect(
    lastLineOf({
      'good.test.js': "test('good', () => {})",
      'missing.test.js': "import './nowhere.js'",
      'hook.test.js': "beforeAll(() => { throw new Error('hook') }); test('never', () => {})",
      'stray.test.js':
        "test('stray', async () => { Promise.reject(new Error('stray')); await new Promise(setImmediate) })",
    }),
  ).toBe('2 passed, 3 failed, 1 skipped')
})
