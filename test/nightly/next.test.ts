import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createMock } from 'rolecall/mocks'
import { serve } from 'rolecall/mocks/server'
import { expect, onTestFinished, test } from 'vitest'
import { execute } from '../package/execute.ts'
import { install, pack } from '../package/pack.ts'
import { untilLine } from '../package/until-line.ts'

/** The example of the guide to front ends, with the packed package and Next.js. */
async function installed(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-next-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  cpSync('test/nightly/next', folder, { recursive: true })
  cpSync('docs/examples/next', folder, { recursive: true })
  await execute('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder })
  await install(await pack(folder), folder)
  return folder
}

test('a page that Next.js renders calls the mock as the user of its request', async () => {
  const cwd = await installed()
  const mock = createMock()
  await using server = await serve(mock, { port: 0 })
  const run = {
    command: ['node_modules/next/dist/bin/next', 'dev', '-H', '127.0.0.1', '-p', '0'],
    cwd,
    env: { ROLECALL_BASE_URL: server.url, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: undefined },
    pattern: /http:\/\/127\.0\.0\.1:\d+/,
  }

  await untilLine(run, async ([url]) => {
    const page = async (user: string) => {
      const headers = { Cookie: `token=${mock.token(user)}` }
      const html = await (await fetch(`${url}/`, { headers })).text()
      return /<main>.*<\/main>/.exec(html)?.[0]
    }
    const [admin, lead] = await Promise.all([page('admin@acme.test'), page('lead@acme.test')])
    expect(admin).toBe('<main><h1>admin@acme.test</h1><button>Create team</button></main>')
    expect(lead).toMatch(/^<main><h1>lead@acme\.test<\/h1><p>.*admin:manage_teams.*<\/p><\/main>$/)

    const headers = { Authorization: `Bearer ${mock.token('lead@acme.test')}` }
    const me: unknown = await (await fetch(`${url}/api/v1/me`, { headers })).json()
    expect(me).toMatchObject({ email: 'lead@acme.test' })
  })
})
