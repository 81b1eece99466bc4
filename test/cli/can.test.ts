import { createMock } from 'rolecall/mocks'
import { describe, expect, test } from 'vitest'
import { library } from './files.ts'
import { runCli } from './run-cli.ts'

const auditor = JSON.stringify({ key: 'auditor', permissions: ['use_case:read'] })
const can = (as: string, ...args: readonly string[]) => runCli(['can', '--as', as, ...args])

test('prints no, why, and the remedies', async () => {
  const { code, out, err } = await can('lead@acme.test', 'roles.create', auditor)
  expect({ code, err }).toEqual({ code: 1, err: '' })
  expect(out.split('\n')).toEqual([
    'no  roles.create({"key":"auditor","permissions":["use_case:read"]}) as lead@acme.test (403 permission_denied)',
    expect.stringMatching(/^ {2}rule {6}AD-04: \S/),
    ...Array.from({ length: 4 }, () => expect.stringMatching(/^ {2}.{10}\S/)),
    '            Ask admin@acme.test, platform@acme.test or deputy@acme.test.',
    expect.stringContaining('            You also get '),
    '',
  ])
  expect(out).toContain(
    '\n  remedy 1  users.update("lead@acme.test", {"teams":{"admin":"platform_admin"}})\n',
  )
})

test('numbers the calls of a remedy', async () => {
  const body = JSON.stringify({ key: 'churn' })
  const { out } = await can(
    'paused@acme.test',
    ...['--policy', 'superannotate'],
    'projects.create',
    body,
  )
  const rows = out.split('\n').filter((line) => /^ {2}(remedy|then)|^ +Ask /.test(line))
  expect(rows).toEqual([
    '  remedy 1  users.update("paused@acme.test", {"paused":false})',
    '            Ask admin@acme.test, granted@acme.test or revoked@acme.test.',
    '  then      users.update("paused@acme.test", {"role":"admin"})',
    '            Ask admin@acme.test.',
  ])
})

test('prints missing parts other than permissions in words', async () => {
  const { out } = await can('paused@acme.test', '--policy', 'superannotate', 'projects.list')
  expect(out).toMatch(/ Your membership is paused\.$/m)
  const entry = await can('partner@clinic.test', '--policy', 'ica', 'projects.get', 'genomes')
  expect(entry.out).toMatch(/Your entry on\s+project genomes waits/)
  for (const text of [out, entry.out]) expect(text).not.toMatch(/(missing|have) .*[{}]/)
})

test('prints a later conflict, and keeps every text in its column', async () => {
  const taken = JSON.stringify({ key: 'admin', permissions: [] })
  const { out } = await can('lead@acme.test', 'roles.create', taken)
  expect(out).toMatch(/^ {12}Even then 409 key_taken: key is taken: /m)
  for (const line of out.trim().split('\n').slice(1)) expect(line).toMatch(/^ {2}.{9} \S/)
})

test('prints yes, and for which arguments', async () => {
  const { code, out } = await can('admin@acme.test', 'roles.create', auditor)
  expect(code).toBe(0)
  expect(out).toMatch(/^yes {2}roles\.create\(.*\n {2}rule {6}AD-04: /)
})

test('counts conflicts with the state', async () => {
  const body = JSON.stringify({ role: 'reader' })
  const { code, out } = await can(
    'admin@acme.test',
    ...library,
    'users.update',
    'admin@acme.test',
    body,
  )
  expect(code).toBe(1)
  expect(out).toContain('(409 last_administrator)\n  rule      LB-05: ')
})

test('asks the rules alone where the body is left out', async () => {
  expect((await can('lead@acme.test', 'projects.update', 'churn')).code).toBe(0)
  expect((await can('reviewer@acme.test', 'projects.update', 'churn')).code).toBe(1)
  const depends = await can('lead@acme.test', 'users.update', 'scientist@acme.test')
  expect(depends.code).toBe(1)
  expect(depends.out).toMatch(
    /^depends on the arguments {2}users\.update\("scientist@acme\.test"\)/,
  )
})

test.each([
  ['admin@acme.test', 'roles.create'],
  ['lead@acme.test', 'roles.create'],
  ['lead@acme.test', 'projects.create'],
  ['lead@acme.test', 'projects.update', 'churn'],
  ['lead@acme.test', 'users.update', 'scientist@acme.test'],
  ['admin@acme.test', 'artifacts.create'],
  ['watcher@acme.test', 'access.evaluate'],
])('prints the answer of client.can: as %s, %s', async (as, operation, ...args) => {
  const decision = await createMock()
    .client({ as })
    .can<string>(operation, ...args)
  const { code, out } = await can(as, '--json', operation, ...args)
  expect(JSON.parse(out)).toEqual(JSON.parse(JSON.stringify(decision)))
  expect(code).toBe(decision.allowed ? 0 : 1)
  expect(decision.rule).not.toBe('API')
})

test('passes --policy and --hardened on', async () => {
  expect((await can('admin@acme.test', '--policy', 'bigml', 'organization.delete')).code).toBe(0)
  const beyond = JSON.stringify({ key: 'beyond', permissions: ['model:deploy'] })
  expect((await can('platform@acme.test', 'roles.create', beyond)).code).toBe(0)
  expect((await can('platform@acme.test', '--hardened', 'roles.create', beyond)).code).toBe(1)
})

test('--json prints the decision', async () => {
  const { code, out } = await can('lead@acme.test', '--json', 'roles.create', auditor)
  expect(code).toBe(1)
  expect(JSON.parse(out)).toMatchObject({ allowed: false, rule: 'AD-04', alternatives: [{}] })
})

describe('exits with a message that says the right usage', () => {
  test.each([
    [['can', 'roles.list'], '--as is missing. Name the caller: --as lead@acme.test.'],
    [
      ['can', '--as', 'lead@acme.test'],
      'OPERATION is missing. Name the operation, such as roles.create.',
    ],
    [['can', '--as', 'lead@acme.test', 'roles.crate'], 'Did you mean roles.create'],
    [['can', '--as', 'led@acme.test', 'roles.list'], 'lead@acme.test'],
    [
      ['can', '--as', 'lead@acme.test', 'users.update'],
      'users.update needs the user. Give its id or key: users.update USER.',
    ],
    [['can', '--as', 'lead@acme.test', 'roles.create', '{key'], 'Argument 1 is not JSON'],
  ])('%j', async (args, message) => {
    const ended = await runCli(args)
    expect(ended).toMatchObject({ code: 2, out: '' })
    expect(ended.err).toContain('rolecall: ')
    expect(ended.err).toContain(message)
  })
})
