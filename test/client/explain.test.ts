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

test('a denial shows rule, reason, and each remedy with who can run it and what it gives', async () => {
  const error = await denialOf(denied('lead@acme.test').teams.create({ key: 'quality' }))
  expect(error.explain({ width: 1000 }).split('\n')).toEqual([
    'denied    teams.create (403 permission_denied)',
    expect.stringMatching(/^rule {6}AD-05: \S/),
    expect.stringMatching(
      /^because {3}teams\.create needs .*\(admin:manage_teams\) .* team Research\.$/,
    ),
    'remedy 1  users.update("lead@acme.test", {"teams":{"admin":"platform_admin"}})',
    '          Ask admin@acme.test, platform@acme.test or deputy@acme.test.',
    expect.stringMatching(/^ {10}You also get \d+ more permissions in team Admin\.$/),
    `request   ${error.requestId}`,
  ])
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
  expect(denialText(taken, { width: 60 })).toMatch(
    /\n {10}Even then 409 key_taken: key[^\n]*\n {10}\S/,
  )
  expect(denialText(taken, { user: 'lead@acme.test' })).toMatch(
    /^denied {4}roles\.create for lead@acme\.test \(403 permission_denied\)\n/,
  )
})

test('options are checked', async () => {
  const decision = await denied('lead@acme.test').can('organization.delete')
  // @ts-expect-error -- The option is called width.
  expect(() => denialText(decision, { columns: 60 })).toThrow("options can't have 'columns'")
  // @ts-expect-error -- It is a number.
  expect(() => denialText(decision, { width: '60' })).toThrow('width must be a number, not string')
  // @ts-expect-error -- It is text.
  expect(() => denialText(decision, { user: 5 })).toThrow('user must be text, not number')
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
  for (const width of [0, -5, 1, Number.NaN]) expect(error.explain({ width })).toContain('Research')
})

/** The denial of a server that sends this decision. */
async function denialWith(decision: object): Promise<PermissionDeniedError> {
  const { origin } = await startServer(() => problemAnswer(403, 'permission_denied', { decision }))
  const client = createClient({ baseUrl: origin })
  return denialOf(client.roles.create({ key: 'a', permissions: [] }))
}

const call = (name: string, ...by: string[]) => ({
  operation: 'users.update',
  args: [name, {}],
  by,
})

test('a denial shows all that a decision says, and no sentence of a remedy twice', async () => {
  const role = { text: 'Role editor in team support.', haveText: 'You have role reader there.' }
  const decision = {
    action: 'roles.create',
    rule: 'R-1',
    ruleText: 'Editors create roles.',
    ruleSource: { origin: 'reading', title: 'The manual' },
    ruleUrl: 'https://docs.example/rules#r-1',
    text: 'Only an editor creates roles. You have role reader there.',
    alternatives: [
      {
        missing: [role],
        calls: [call('x', 'a@acme.test'), call('y', 'a@acme.test'), call('z', 'b@acme.test')],
        selfService: false,
        gives: [{ text: 'You also get 2 more permissions in team support.' }],
        refusal: { status: 409, code: 'key_taken', text: 'The key is taken.' },
      },
      {
        missing: [role, { text: 'The plan team.', haveText: 'You have the plan free.' }],
        calls: [{ ...call('me', 'me@acme.test'), selfService: true }, call('x', 'a@acme.test')],
        gives: [],
      },
    ],
    moreAlternatives: 3,
  }
  expect((await denialWith(decision)).explain()).toBe(`\
denied    roles.create (403 permission_denied)
rule      R-1 (reading): Editors create roles.
          https://docs.example/rules#r-1
because   Only an editor creates roles. You have role reader there.
remedy 1  users.update("x", {})
          Ask a@acme.test.
then      users.update("y", {})
          Ask a@acme.test.
then      users.update("z", {})
          Ask b@acme.test.
          You also get 2 more permissions in team support.
          Even then 409 key_taken: The key is taken.
missing   Role editor in team support
missing   The plan team
have      You have the plan free.
remedy 2  users.update("me", {})
          You can do this yourself.
then      users.update("x", {})
          Ask a@acme.test.
more      3 remedies not listed
request   req_1`)
})

test.each([
  [{}, '', ''],
  [{ alternatives: [{}] }, '', ''],
  [{ alternatives: [{ calls: [call('x')] }] }, '', 'remedy 1  users.update("x", {})\n'],
  [
    { alternatives: [{ missing: [{}], gives: [{}], selfService: true }], final: 'Never.' },
    '',
    'no remedy Never.\n',
  ],
  [{ rule: 'R-1', ruleSource: {}, ruleUrl: null, ruleText: null }, 'rule      R-1\n', ''],
  [{ ruleText: 'Editors create roles.' }, 'rule      Editors create roles.\n', ''],
])('a server that says less, such as %j, is told with less', async (decision, rule, rows) => {
  const { origin } = await startServer(() =>
    problemAnswer(403, 'permission_denied', { detail: 'No.', decision }),
  )
  const error = await denialOf(createClient({ baseUrl: origin }).users.me())
  expect(error.explain()).toBe(
    `denied    (403 permission_denied)\n${rule}because   No.\n${rows}request   req_1`,
  )
})

test.each([
  [{}, 'denied'],
  [{ allowed: true }, 'allowed'],
  [{ status: 403, text: 'No.' }, 'denied    (403)\nbecause   No.'],
  [{ action: 'a', alternatives: [{ calls: [{ operation: 'b' }] }] }, 'denied    a\nremedy 1  b()'],
  [{ text: 'No.', alternatives: [{ calls: [{}] }] }, 'denied\nbecause   No.'],
  [
    { action: 'a', alternatives: [{ missing: [{}], gives: [{}], refusal: { status: 409 } }] },
    'denied    a\n          Even then 409',
  ],
])('a decision that says less, such as %j, is told with less', (decision, text) => {
  // @ts-expect-error -- Another server may leave out any member.
  expect(denialText(decision)).toBe(text)
})

test.each([null, undefined, 'no'])('%j is no decision', (decision) => {
  // @ts-expect-error -- It is no decision.
  expect(() => denialText(decision)).toThrow("denialText's decision")
})

test('a message names its rule, also where the reason has the word', async () => {
  const paused = createMock({ policy: 'superannotate' }).client({ as: 'paused@acme.test' })
  const error = await denialOf(paused.projects.create({ key: 'z' }))
  expect(error.message).toMatch(/^membership: Your membership is paused\./)
})

test('a terse server gives a shorter explanation', async () => {
  const terse = (explain: 'missing' | 'nothing') =>
    denialOf(denied('reviewer@acme.test', { explain }).teams.create({ key: 'quality' }))
  const missing = (await terse('missing')).explain()
  expect(missing).toMatch(/\nbecause {3}teams\.create needs /)
  expect(missing).not.toContain('remedy')
  expect((await terse('nothing')).explain()).toMatch(
    /^(denied .*\n)?(rule .*\n)?because .*\nrequest /,
  )
})
