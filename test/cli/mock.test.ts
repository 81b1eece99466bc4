import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, onTestFinished, test } from 'vitest'
import { isRecord } from '../../src/core/base/kind-of.ts'
import { runCurl } from '../support/run-curl.ts'
import { textAt } from '../support/text-at.ts'
import { exchange, rawRequest } from '../server/raw-request.ts'
import { runCli, startMock } from './run-cli.ts'

const wholeValues = fileURLToPath(new URL('../fixtures/values.yaml', import.meta.url))

test('prints its address, the people who can sign in, lines to try, and no token', async () => {
  const { printed, url } = await startMock()
  expect(printed.err).toBe('')
  expect(printed.out).toContain('Rolecall mock of Adaptive Engine (policy adaptive, scenario acme)')
  expect(printed.out).toMatch(/^ {2}admin@acme\.test +admin: admin /m)
  expect(printed.out).toMatch(/^ {2}two-hats@acme\.test +admin: annotator, research: admin /m)

  const [signIn = '', list = ''] = printed.out.match(/curl .*/g) ?? []
  expect(list).toContain(url)
  const token = textAt(await runCurl(signIn), 'token')
  expect(printed.out).not.toContain(token)
  expect(await runCurl(list.replace('TOKEN', token))).toHaveProperty('data.length', 3)
})

test('takes the settings of signing up from a values file', async () => {
  const { url, printed } = await startMock(['--values', wholeValues])
  expect(printed.err).toBe('')
  expect(await teamsAfterSignUp(url, 'founder@acme.test')).toEqual({
    admin: 'admin',
    support: 'annotator',
  })
  expect(await teamsAfterSignUp(url, 'anyone@acme.test')).toEqual({ support: 'annotator' })
})

test('warns about legal but probably wrong settings', async () => {
  const { printed } = await startMock(['--values', await valuesFile('auth: { admins: [] }')])
  expect(printed.err).toMatch(/^Warning: auth\.admins is empty/)
  expect(printed.out).toContain('admin@acme.test')
})

test('allows the given origins and hosts', async () => {
  const { url, printed } = await startMock([
    '--cors',
    'https://app.example,http://other.example:8080',
    '--allowed-hosts=mock.test,.dev.test',
  ])
  expect(printed.err).toBe('')
  const { port } = new URL(url)
  const ask = (headers: Record<string, string>) =>
    exchange(Number(port), rawRequest('GET /v1/me', headers))
  const app = await ask({ Origin: 'https://app.example' })
  expect(app).toMatch(/^HTTP\/1.1 401 /)
  expect(app).toContain('Access-Control-Allow-Origin: https://app.example\r\n')
  expect(await ask({ Origin: 'http://other.example:8080' })).toMatch(/^HTTP\/1.1 401 /)
  expect(await ask({ Origin: 'http://localhost:5173' })).toMatch(/^HTTP\/1.1 403 /)
  expect(await ask({ Host: 'mock.test' })).toMatch(/^HTTP\/1.1 401 /)
  expect(await ask({ Host: 'a.dev.test' })).toMatch(/^HTTP\/1.1 401 /)
  expect(await ask({ Host: 'evil.test' })).toMatch(/^HTTP\/1.1 403 /)
})

test('answers below the path of a proxy', async () => {
  const { url, printed } = await startMock(['--url', 'https://corp.example/ai-platform/'])
  expect(printed.err).toBe('')
  const told = await fetch(`${url}/ai-platform/.well-known/authzen-configuration`)
  expect(await told.json()).toHaveProperty(
    'policy_decision_point',
    'https://corp.example/ai-platform',
  )
})

test('takes the former name of --url', async () => {
  const { url } = await startMock(['--base-url', 'https://pdp.example'])
  const told = await fetch(`${url}/.well-known/authzen-configuration`)
  expect(await told.json()).toMatchObject({
    policy_decision_point: 'https://pdp.example',
    access_evaluation_endpoint: 'https://pdp.example/access/v1/evaluation',
  })
})

test('warns when every origin is allowed', async () => {
  const { printed, url } = await startMock(['--host', '0.0.0.0', '--cors', 'any'])
  expect(printed.err.split('\n').map((line) => line.slice(0, 60))).toEqual(
    [
      'Warning: The mock listens on 0.0.0.0, every address of this m',
      'Warning: cors lets every web page call the API. Pages of othe',
      '',
    ].map((line) => line.slice(0, 60)),
  )
  const me = await fetch(`${url}/v1/me`, { headers: { Origin: 'https://elsewhere.example' } })
  expect(me.headers.get('access-control-allow-origin')).toBe('*')

  const off = await startMock(['--cors', 'off'])
  const refused = await fetch(`${off.url}/v1/me`, { headers: { Origin: 'http://localhost:5173' } })
  expect(refused.status).toBe(403)
})

test('passes --seed and --hardened on', async () => {
  const one = await startMock(['--seed', 'a'])
  const same = await startMock(['--seed=a'])
  const other = await startMock(['--seed', 'b', '--hardened'])
  const [first, again, unlike] = await Promise.all(
    [one, same, other].map(({ url }) => signIn(url, 'admin@acme.test')),
  )
  expect(again).toEqual(first)
  expect(unlike).not.toEqual(first)

  // A role with more than its creator holds: refused in hardened mode alone.
  const role = { key: 'beyond', permissions: ['model:deploy', 'dataset:delete', 'use_case:update'] }
  expect(await create(one.url, 'platform@acme.test', role)).toBe(201)
  expect(await create(other.url, 'platform@acme.test', role)).toBe(403)
})

test('--explain sets how much users hear of a denial', async () => {
  const { url } = await startMock(['--explain', 'nothing'])
  const headers = {
    ...(await signIn(url, 'watcher@acme.test')),
    'Content-Type': 'application/json',
  }
  const body = JSON.stringify({ key: 'mine', permissions: [] })
  const denied = await fetch(`${url}/v1/roles`, { method: 'POST', headers, body })
  expect(denied.status).toBe(403)
  expect(JSON.stringify(await denied.json())).not.toContain('AD-04')
})

test('--quiet prints the URL alone', async () => {
  const { printed, url } = await startMock(['--quiet'])
  expect(printed).toEqual({ out: `${url}\n`, err: '' })
})

describe('exits with a message that says the right usage', () => {
  test.each([
    [['--prot', '5000'], 'There is no option --prot. Did you mean --port'],
    [['--port'], '--port needs a value: --port PORT.'],
    [['--port', '--hardened'], '--port needs a value: --port PORT.'],
    [['--port', '70000'], '--port must be a number from 0 to 65535, not "70000".'],
    [['--hardened=yes'], '--hardened takes no value. Leave out "yes".'],
    [['5000'], '"5000" is unexpected. This command takes options only'],
    [['--policy', 'adaptve'], 'not "adaptve". Did you mean adaptive?'],
    [
      ['--scenario', 'acne'],
      '--scenario must be one of acme, empty, or a file such as ./my-own.json, not "acne". Did you mean acme?',
    ],
    [['--values', 'no-such.yaml'], 'no-such.yaml: there is no such file.'],
    [['--cors', 'none'], '--cors must be loopback, any, off or origins such as'],
    [['--explain', 'nothin'], 'Did you mean nothing?'],
    [['--cors', 'loopbak'], 'Did you mean loopback?'],
    [
      ['--cors', 'http://a.example/b'],
      '--cors must list origins; "http://a.example/b" is not one.',
    ],
    [
      ['--cors', 'null'],
      '--cors must list origins; "null" is not one. Every page can open a sandboxed frame',
    ],
    [['--cors', 'https://a.example,null'], '--cors must list origins; "null" is not one.'],
    [['--url', 'corp.example/api'], '--url must be a URL such as https://platform'],
    [['--base-url', 'corp.example/api'], '--url must be a URL such as https://platform'],
    [['--base-url', '/api', '--url', '/b'], '--url is given twice, as "/api" and "/b".'],
    [['--base-url'], '--base-url needs a value: --base-url URL.'],
    [['--allowed-hosts', 'a.test,'], '--allowed-hosts must list host names; "" is not one.'],
    [['--host', '192.0.2.1', '--port', '0'], 'host 192.0.2.1 is not an address of this machine.'],
  ])('%j', async (args, message) => {
    const ended = await runCli(['mock', ...args])
    expect(ended).toMatchObject({ code: 2, out: '' })
    expect(ended.err).toContain(`rolecall: `)
    expect(ended.err).toContain(message)
    expect(ended.err).not.toContain('    at ')
  })

  test('a port in use', async () => {
    const { url } = await startMock()
    const { port } = new URL(url)
    const ended = await runCli(['mock', '--port', port])
    expect(ended.code).toBe(2)
    expect(ended.err).toContain(`port ${port} of 127.0.0.1 is in use.`)
  })

  test.each([
    [
      'default_role: reed-only',
      'auth.default_role must be the key of a role, not "reed-only". Did you mean read-only',
    ],
    [
      'default_team: suport',
      'auth.default_team must be the key of a team, not "suport". Did you mean support',
    ],
    ['default_team: admin', 'auth.default_team must not be a reserved team, such as "admin"'],
    ['default_role: [admin]', 'auth.default_role must be the key of a role'],
    [
      'default_roles: admin',
      'auth.default_roles is not a setting. Did you mean auth.default_role?',
    ],
  ])('a values file with %s', async (setting, message) => {
    const file = await valuesFile(`auth:\n  ${setting}\n`)
    const ended = await runCli(['mock', '--values', file])
    expect(ended.code).toBe(2)
    expect(ended.err).toContain(`rolecall: ${file}: ${message}`)
  })
})

async function valuesFile(text: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'rolecall-cli-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'values.yaml')
  await writeFile(file, text)
  return file
}

async function signIn(url: string, user: string): Promise<Record<string, string>> {
  const body = JSON.stringify({ user, signUp: true })
  const session = await fetch(`${url}/__mock/sessions`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body,
  })
  return { Authorization: `Bearer ${textAt(await session.json(), 'token')}` }
}

async function teamsAfterSignUp(url: string, email: string): Promise<unknown> {
  const me = await fetch(`${url}/v1/me`, { headers: await signIn(url, email) })
  const user: unknown = await me.json()
  return isRecord(user) && user.teams
}

async function create(url: string, user: string, role: object): Promise<number> {
  const headers = { ...(await signIn(url, user)), 'Content-Type': 'application/json' }
  const body = JSON.stringify(role)
  return (await fetch(`${url}/v1/roles`, { method: 'POST', headers, body })).status
}
