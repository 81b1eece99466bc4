import { spawn } from 'node:child_process'
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { once } from 'node:events'
import { expect, test } from 'vitest'

const script = join(import.meta.dirname, 'ending-server.ts')
const fromSource = join(import.meta.dirname, '../docs/from-source.ts')

/** Starts the dev server in a folder, and waits until it has created a team. */
async function serveAndCreate(root: string, restarts: number) {
  const args = ['--import', fromSource, script, root, String(restarts)]
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  const [line] = await once(child.stdout, 'data')
  return { child, ended, line: String(line) }
}

test.each([
  ['is interrupted at once', 0],
  ['exits at once, after restarts', 3],
])(
  'a dev server that %s keeps the last change',
  async (_, restarts) => {
    const root = mkdtempSync(join(tmpdir(), 'rolecall-vite-'))
    writeFileSync(join(root, 'package.json'), '{}')
    try {
      const { child, ended, line } = await serveAndCreate(root, restarts)
      if (restarts === 0) child.kill('SIGINT')
      expect(await ended).toEqual(restarts === 0 ? [null, 'SIGINT'] : [0, null])
      const [file = ''] = globSync('node_modules/.cache/rolecall/**/*.json', { cwd: root })
      expect(readFileSync(join(root, file), 'utf8')).toContain('"quality"')
      // Restarts leave no listeners behind.
      const single = await serveAndCreate(root, 0)
      single.child.kill('SIGINT')
      await single.ended
      expect(line).toBe(single.line)
    } finally {
      rmSync(root, { recursive: true, force: true })
    }
  },
  60_000,
)
