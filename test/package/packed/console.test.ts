import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { globSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, inject, onTestFinished, test } from 'vitest'

const consumer = inject('consumer')
const folder = join(consumer, 'node_modules/rolecall/dist/console')
const files = globSync('**/*.*', { cwd: folder })

test('the console is in the package, with its panel and without maps', () => {
  expect(files).toEqual(expect.arrayContaining(['index.html', 'panel.js']))
  expect(files.filter((file) => !/\.(?:html|js|css)$/.test(file))).toEqual([])
})

test('adds at most 500 kB to the tarball', () => {
  const sizes = files.map((file) => gzipSync(readFileSync(join(folder, file))).byteLength)
  expect(sizes.reduce((one, other) => one + other, 0)).toBeLessThanOrEqual(500_000)
})

test('the panel is at most 5 kB, gzipped', () => {
  expect(gzipSync(readFileSync(join(folder, 'panel.js'))).byteLength).toBeLessThanOrEqual(5_000)
})

test('the command serves it, and builds nothing', async () => {
  const before = statSync(join(folder, 'index.html')).mtimeMs
  const command = join(consumer, 'node_modules/rolecall/dist/mocks/adapters/cli/main.js')
  const args = [command, 'mock', '--port', '0', '--quiet']
  const child = spawn(process.execPath, args, { cwd: consumer, stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = once(child, 'exit')
  onTestFinished(async () => {
    child.kill()
    await ended
  })
  let complaints = ''
  child.stderr.on('data', (chunk) => (complaints += String(chunk)))
  const [line] = await once(child.stdout, 'data')
  const url = String(line).trim()
  const page = await (await fetch(url)).text()
  const [, script = ''] = /<script [^>]*src="([^"]+)"/.exec(page) ?? []
  const answer = await fetch(new URL(script, `${url}/`))
  expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  expect(page).toContain('&quot;host&quot;:&quot;server&quot;')
  expect([statSync(join(folder, 'index.html')).mtimeMs, complaints]).toEqual([before, ''])
})
