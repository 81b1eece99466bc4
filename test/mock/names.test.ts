import { describe, expect, test } from 'vitest'
import { createMock } from '../../mocks/index.ts'
import type { MockOptions } from '../../mocks/index.ts'
import type { Policy } from '../../mocks/policy/language/policy.ts'
import { policies } from '../../mocks/policies/index.ts'
import { scenarios } from '../../mocks/policies/scenarios.ts'
import { as, at } from './ask.ts'

/** Characters forbidden in names: the ends of each range. */
const refused = [
  ...['\u0000', '\u0007', '\u0009', '\n', '\r', '\u001b', '\u001f', '\u007f', '\u0080', '\u009b'],
  ...['\u009f', '\u200b', '\u2028', '\u2029', '\u202a', '\u202e', '\u2060', '\u2066', '\u2069'],
  ...['\ufeff', '\ud800', '\udbff', '\udc00', '\udfff'],
]

const blank = [' ', '   ', '\u00a0', '\u3000 ', '\u200c', '\u200d\u200c', ' \u200d ']

const fine = [
  'Ada',
  'می\u200cخواهم',
  'क्\u200dष',
  '👩\u200d👩\u200d👧',
  'Ada   Lovelace',
  ' Ada ',
  'Zoë 𝒜 ﷽ ß İ',
  'x'.repeat(200),
  '𝒜'.repeat(200),
]

const code = (text: string) =>
  Array.from(text, (sign) => `U+${sign.codePointAt(0)?.toString(16)}`).join(' ')

/** Where names are sent, by platform: as which user, to which path, and the body around the name. */
const places: readonly [
  place: string,
  policy: 'adaptive' | 'superannotate' | 'peltarion' | 'bigml',
  as: string,
  line: string,
  body: (name: string) => unknown,
][] = [
  [
    'users.create',
    'adaptive',
    'admin',
    'POST /v1/users',
    (name) => ({ email: 'n@acme.test', name }),
  ],
  ['users.update', 'adaptive', 'admin', 'PATCH /v1/users/lead@acme.test', (name) => ({ name })],
  [
    'roles.create',
    'adaptive',
    'admin',
    'POST /v1/roles',
    (name) => ({ key: 'n', name, permissions: [] }),
  ],
  ['teams.create', 'adaptive', 'admin', 'POST /v1/teams', (name) => ({ key: 'n', name })],
  ['teams.update', 'adaptive', 'admin', 'PATCH /v1/teams/legacy', (name) => ({ name })],
  ['projects.create', 'bigml', 'admin', 'POST /v1/projects', (name) => ({ key: 'n', name })],
  ['tags', 'bigml', 'admin', 'POST /v1/projects', (name) => ({ key: 'n', tags: [name] })],
  ['organization.update', 'superannotate', 'admin', 'PATCH /v1/organization', (name) => ({ name })],
  [
    'organization.updatePlan',
    'bigml',
    'admin',
    'PATCH /v1/organization/plan',
    (name) => ({ name }),
  ],
  ['features', 'bigml', 'admin', 'PATCH /v1/organization/plan', (name) => ({ features: [name] })],
  ['tokens.create', 'superannotate', 'admin', 'POST /v1/tokens', (name) => ({ name })],
  [
    'artifacts.create',
    'bigml',
    'admin',
    'POST /v1/artifacts',
    (name) => ({ kind: 'dataset', project: 'churn', name }),
  ],
]

describe.each(places)('a name sent by %s', (_, policy, user, line, body) => {
  const ask = as(createMock({ policy }), `${user}@acme.test`)

  test.each([...refused.map((sign) => `A${sign}da`), ...blank])('is not %j', async (name) => {
    const { status, body: problem } = await ask(line, body(name))
    expect([code(name), status, at(problem, 'code')]).toEqual([
      code(name),
      422,
      'validation_failed',
    ])
    expect(at(problem, 'errors', 0, 'message')).toMatch(
      /^\S+ must be more than blanks and joiners, and hold no control characters, .*U\+200B/,
    )
  })
})

test('a name is stored as sent', async () => {
  const ask = as(createMock(), 'admin@acme.test')
  for (const name of fine) {
    const { status, body } = await ask('PATCH /v1/users/lead@acme.test', { name })
    expect([name, status, body.name]).toEqual([name, 200, name])
  }
})

test('a description or a message may have several lines, and no other hidden character', async () => {
  const ask = as(createMock({ policy: 'peltarion' }), 'admin@acme.test')
  const invite = (email: string, message: string) =>
    ask('POST /v1/invitations', { email, role: 'creator', message })
  const { status, body } = await invite('one@acme.test', 'Hello,\r\n\n\tcome in.')
  expect([status, body.message]).toEqual([201, 'Hello,\r\n\n\tcome in.'])
  for (const sign of refused.filter((each) => !'\t\n\r'.includes(each))) {
    expect([code(sign), (await invite('two@acme.test', `a${sign}b`)).status]).toEqual([
      code(sign),
      422,
    ])
  }
})

describe('values in a scenario or an option follow the same rules', () => {
  const acme = scenarios.adaptive?.acme
  if (acme === undefined) throw new Error('There is no scenario acme.')
  const withUser = (user: object) => ({
    ...acme,
    users: [...acme.users, { email: 'x@acme.test', ...user }],
  })
  const { adaptive } = policies

  test.each<[string, MockOptions | MockOptions<Policy>, RegExp]>([
    [
      'a name of a scenario',
      { scenario: withUser({ name: 'A\u202eda' }) },
      /^scenario\.users\[\d+\]\.name must hold no .*; it is "A\\u202eda"/,
    ],
    [
      'a blank name',
      { scenario: withUser({ name: '  ' }) },
      /users\[\d+\]\.name: It is " {2}"\. It must be more than blanks/,
    ],
    [
      'a name that is too long',
      { scenario: withUser({ name: 'x'.repeat(201) }) },
      /name: .*200 characters/,
    ],
    [
      'an address',
      { scenario: withUser({ email: 'zoë@acme.test' }) },
      /users\[\d+\]\.email: It is "zoë@acme\.test"\. It must be an e-mail address/,
    ],
    [
      'a persona',
      { scenario: { ...acme, personas: [{ user: 'admin@acme.test', text: 'a\u001b[2J' }] } },
      /^scenario\.personas\[0\]\.text must hold no /,
    ],
    [
      'a title of a policy',
      { policy: { ...adaptive, title: 'A\u0007' } },
      /^policy\/title: "A\\u0007" holds characters .* Leave out control characters, /,
    ],
    [
      'a key of a policy',
      {
        policy: {
          ...adaptive,
          permissions: {
            ...adaptive.permissions,
            'a\u2066': { description: 'x', origin: 'reading' },
          },
        },
      },
      /^policy\/permissions\/a\\u2066: /,
    ],
    ['an administrator', { auth: { admins: ['\u212aate@acme.test'] } }, /^auth.admins\[0\]/],
    ['an administrator of no domain', { auth: { admins: ['boss@intranet'] } }, /^auth.admins\[0\]/],
  ])('%s', (_, options, message) => {
    const made = () =>
      typeof options.policy === 'object'
        ? createMock({ ...options, policy: options.policy })
        : createMock({ ...options, policy: options.policy ?? 'adaptive' })
    expect(made).toThrow(
      expect.objectContaining({
        name: 'ConfigurationError',
        message: expect.stringMatching(message),
      }),
    )
  })

  test('the data of an artifact is free in form', () => {
    const [first] = acme.artifacts ?? []
    if (first === undefined) throw new Error('There is no artifact.')
    const artifacts = [...(acme.artifacts ?? []), { ...first, data: { bell: '\u0007' } }]
    expect(() => createMock({ scenario: { ...acme, artifacts } })).not.toThrow()
  })
})
