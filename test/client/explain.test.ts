import { expect, test } from 'vitest'
import { createMock, type MockOptions } from '../../mocks/index.ts'
import {
  createClient,
  denialText,
  fromJSON,
  isPermissionDenied,
  type PermissionDeniedError,
} from '../../src/index.ts'
import { problemAnswer } from '../support/problem.ts'
import { startServer } from '../support/recording-server.ts'

async function denialOf(call: Promise<unknown>): Promise<PermissionDeniedError> {
  const error = await call.catch((reason: unknown) => reason)
  if (isPermissionDenied(error)) return fromJSON(error)
  throw new Error('The call should be denied.')
}

const denied = (user: string, options: MockOptions<'adaptive'> = {}) =>
  createMock(options).client({ as: user })

test('a denial shows rule, reason, what is missing, what exists, and each remedy', async () => {
  const error = await denialOf(denied('lead@acme.test').teams.create({ key: 'quality' }))
  expect(error.explain()).toBe(`\
denied    teams.create
rule      AD-05, 403 permission_denied
because   teams.create needs admin:manage_teams held in team admin. You hold it
          only in team research.
missing   admin:manage_teams held in team admin
have      {"member":false,"heldIn":["research"]}
remedy 1  users.update("lead@acme.test", {"teams":{"admin":"platform_admin"}})
          by admin@acme.test or platform@acme.test or deputy@acme.test
request   ${error.requestId}`)
})

test('a decision is told in the same lines, whatever it says', async () => {
  const lead = denied('lead@acme.test')
  const create = await lead.can('teams.create', { key: 'quality' })
  const error = await denialOf(lead.teams.create({ key: 'quality' }))
  expect(`${denialText(create)}\nrequest   ${error.requestId}`).toBe(error.explain())

  const own = await lead.can<string>('projects.update', 'churn')
  expect(denialText(own)).toMatch(/^allowed {3}projects\.update\nrule {6}AD-/)
  const left = await lead.can<string>('users.update', 'scientist@acme.test')
  expect(denialText(left)).toMatch(/^depends {3}users\.update\nrule {6}AD-/)

  const taken = await lead.can('roles.create', { key: 'admin', permissions: [] })
  expect(denialText(taken, { width: 60 })).toMatch(/\neven then 409 key_taken: key[^\n]*\n {10}\S/)
})

test('options are checked', async () => {
  const decision = await denied('lead@acme.test').can('organization.delete')
  // @ts-expect-error -- The option is called width.
  expect(() => denialText(decision, { columns: 60 })).toThrow("options can't have 'columns'")
  // @ts-expect-error -- It is a number.
  expect(() => denialText(decision, { width: '60' })).toThrow('width must be a number, not string')
})

test('a denial without a remedy says why', async () => {
  const error = await denialOf(denied('lead@acme.test').organization.delete())
  expect(error.explain()).toContain('\nno remedy The platform offers it to nobody.\n')
})

test.each([56, 72, 120])('a line has at most %i columns, except for calls', async (width) => {
  const error = await denialOf(denied('lead@acme.test').teams.create({ key: 'quality' }))
  const lines = error.explain({ width }).split('\n')
  const isCall = (line: string) => line.includes('users.update("')
  for (const line of lines) {
    if (!isCall(line)) expect(line.length).toBeLessThanOrEqual(width)
    expect(line).toBe(line.trimEnd())
  }
  expect(lines.filter(isCall)).toHaveLength(1)
})

test('no width is too narrow', async () => {
  const error = await denialOf(denied('lead@acme.test').teams.create({ key: 'quality' }))
  for (const width of [0, -5, 1, Number.NaN]) expect(error.explain({ width })).toContain('research')
})

test('a remedy of several calls lists them in order, with other remedies after it', async () => {
  const call = (name: string) => ({
    operation: 'users.update',
    args: [name, {}],
    by: ['a@acme.test'],
  })
  const missing = [{ requirement: { kind: 'role' }, have: {}, text: 'A role.' }]
  const decision = {
    allowed: false,
    outcome: 'no',
    policy: 'own',
    action: 'roles.create',
    rule: 'R-1',
    text: 'It needs a role.',
    alternatives: [
      { missing, calls: [call('x'), call('y')] },
      { missing, calls: [call('z')] },
    ],
    moreAlternatives: 3,
  }
  const { origin } = await startServer(() => problemAnswer(403, 'permission_denied', { decision }))
  const client = createClient({ baseUrl: origin })
  const error = await denialOf(client.roles.create({ key: 'a', permissions: [] }))
  expect(error.explain()).toBe(`\
denied    roles.create
rule      R-1
because   It needs a role.
missing   A role.
have      {}
remedy 1  users.update("x", {})
          by a@acme.test
then      users.update("y", {})
          by a@acme.test
missing   A role.
have      {}
remedy 2  users.update("z", {})
          by a@acme.test
more      3 alternatives not listed
request   req_1`)
})

test('a terse server gives a shorter explanation', async () => {
  const terse = (explain: 'missing' | 'nothing') =>
    denialOf(denied('reviewer@acme.test', { explain }).teams.create({ key: 'quality' }))
  const missing = (await terse('missing')).explain()
  expect(missing).toContain('missing   admin:manage_teams')
  expect(missing).not.toContain('remedy')
  expect((await terse('nothing')).explain()).toMatch(
    /^(denied .*\n)?(rule .*\n)?because .*\nrequest /,
  )
})
