import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient, ServerError } from 'rolecall'
import { createMock } from 'rolecall/mocks'
import { serve } from 'rolecall/mocks/server'
import { expect, onTestFinished, test } from 'vitest'
import { dryRun, importUsers, type Row } from '../../docs/examples/bulk-import/import-users.ts'
import { read, root } from './pages.ts'
import { readFences } from './read-fences.ts'
import { fromSource, runNodeIn } from './run-node.ts'

const main = `${root}docs/examples/bulk-import/main.ts`

const printed = readFences(read('docs/guides/bulk-import.md')).find(
  ({ language }) => language === 'text',
)

const rows: Row[] = Array.from({ length: 200 }, (_, number) => ({
  email: `new-${number}@acme.test`,
  teams: { support: 'annotator' },
}))
const wrong: Row[] = [
  { email: 'lead@acme.test', teams: { support: 'annotator' } },
  { email: 'other@acme.test', teams: { suport: 'annotator' } },
]

/** A platform on a port, and the script's command. */
async function start() {
  const mock = createMock({ faults: { rules: [{ on: 'users.create', latency: 5 }] } })
  const server = await serve(mock, { port: 0 })
  onTestFinished(() => server.close())
  const folder = await mkdtemp(join(tmpdir(), 'rolecall-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const lines = [...wrong, ...rows].map(({ email, teams }) =>
    [email, ...Object.entries(teams).flat()].join(','),
  )
  await writeFile(join(folder, 'users.csv'), lines.join('\n'))
  const env = { ROLECALL_BASE_URL: server.url, ROLECALL_TOKEN: mock.token('admin@acme.test') }
  return { mock, place: { cwd: folder, env } }
}

/** The users that were created, each call counted once, however often its answer was repeated. */
const created = (mock: Awaited<ReturnType<typeof start>>['mock']) =>
  mock.requests.filter(
    ({ operation, status, replayed }) =>
      operation === 'users.create' && status === 201 && !replayed,
  ).length

test('an import that was killed goes on, and does nothing twice', async () => {
  const { mock, place } = await start()
  const { cwd, env } = place
  const first = spawn(process.execPath, ['--import', fromSource, main], {
    cwd,
    env: { ...process.env, ...env },
    stdio: 'ignore',
  })
  const stop = mock.onRequest(() => {
    if (created(mock) === 50) first.kill('SIGKILL')
  })
  const [, signal] = await once(first, 'exit')
  stop()
  expect(signal).toBe('SIGKILL')
  expect(created(mock)).toBeLessThan(rows.length)

  const { stdout } = await runNodeIn(place, main)

  expect(stdout).toBe(printed?.code)
  expect(created(mock)).toBe(rows.length)
  expect(mock.requests.filter(({ replayed }) => replayed).length).toBeGreaterThan(0)
  const emails = mock.users().map(({ email }) => email)
  expect(rows.filter(({ email }) => !emails.includes(email))).toEqual([])
})

test('a dry run says what would be refused, and changes nothing', async () => {
  const { mock, place } = await start()
  const before = mock.state

  const { stdout } = await runNodeIn(place, main, '--dry-run')

  expect(stdout).toContain('lead@acme.test: key_taken: ')
  expect(stdout).toContain('other@acme.test: unknown_reference: ')
  expect(stdout).not.toContain('new-')
  expect(mock.state).toBe(before)
})

test('a dry run by somebody who may not import refuses every row', async () => {
  const lead = createMock().client({ as: 'lead@acme.test' })

  const { refused } = await dryRun(lead, rows)

  expect(refused).toHaveLength(rows.length)
  expect(refused[0]).toMatchObject({ code: 'permission_denied' })
})

test.each([1, 8])('at most %i calls are under way', async (concurrency) => {
  const mock = createMock()
  let underWay = 0
  let most = 0
  const client = createClient({
    baseUrl: 'https://platform.example',
    token: mock.token('admin@acme.test'),
    async fetch(request) {
      underWay += 1
      most = Math.max(most, underWay)
      const answer = await mock.fetch(request)
      underWay -= 1
      return answer
    },
  })

  expect(await importUsers(client, rows, concurrency)).toEqual({ done: 200, refused: [] })
  expect(most).toBe(concurrency)
})

test('an outage ends the import with its error', async () => {
  const mock = createMock({ faults: { rules: [{ nth: { from: 20 }, status: 503 }] } })
  const client = mock.client({ as: 'admin@acme.test' }).withOptions({ retries: 0 })

  await expect(importUsers(client, rows)).rejects.toThrow(ServerError)
  expect(mock.requests.length).toBeLessThan(40)
})
