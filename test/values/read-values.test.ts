import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ConfigurationError } from '../../mocks/shared/configuration-error.ts'
import { readValues } from '../../mocks/mock/values/read-values.ts'

const whole = new URL('../fixtures/values.yaml', import.meta.url).pathname

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rolecall-values-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function read(text: string) {
  const file = join(folder, 'values.yaml')
  await writeFile(file, text)
  return readValues(file)
}

test('finds the three settings in the values of a whole deployment', async () => {
  await expect(readValues(whole)).resolves.toEqual({
    defaultRole: 'annotator',
    defaultTeam: 'support',
    admins: ['Founder@acme.test', 'ops@acme.test'],
  })
})

test.each([
  ['an empty file', ''],
  ['a file of comments', '# nothing yet\n'],
  ['no block auth', 'ingress: { enabled: true }\n'],
  ['an empty block', 'auth:\n'],
  ['settings without values', 'auth:\n  default_role:\n  default_team: ~\n  admins: null\n'],
  ['other keys of the block', 'auth:\n  session: { secure: true }\n  oidc: { providers: [] }\n'],
  ['the settings of another block', 'secrets:\n  auth: { default_role: admin, admins: 3 }\n'],
])('sets nothing for %s', async (_, text) => {
  await expect(read(text)).resolves.toEqual({})
})

test('distinguishes an empty list of admins from none', async () => {
  await expect(read('auth: { admins: [] }')).resolves.toEqual({ admins: [] })
})

test('understands anchors and merge keys, as Helm does', async () => {
  const text =
    'base: &base { default_role: inference }\nauth:\n  <<: *base\n  admins: [a@acme.test]\n'
  await expect(read(text)).resolves.toEqual({ defaultRole: 'inference', admins: ['a@acme.test'] })
})

describe('an error names the key, the problem and the fix', () => {
  test.each([
    ['auth: [admin]', 'auth must be a map with default_role, default_team, admins, not a list.'],
    ['- auth', 'the file must be a map of settings, not a list.'],
    [
      'auth: { default_role: 7 }',
      'auth.default_role must be the key of a role, such as read-only, not 7.',
    ],
    [
      'auth: { default_role: [admin] }',
      'auth.default_role must be the key of a role, such as read-only, not a list.',
    ],
    [
      "auth: { default_team: '' }",
      'auth.default_team must be the key of a team, such as default, not empty.',
    ],
    [
      'auth: { admins: admin@acme.test }',
      'auth.admins must be a list of e-mail addresses, such as [admin@acme.test], not "admin@acme.test".',
    ],
    [
      'auth: { admins: [admin@acme.test, { email: ops@acme.test }] }',
      'auth.admins[1] must be an e-mail address, such as admin@acme.test, not a map.',
    ],
    [
      'auth: { admins: [admin] }',
      'auth.admins[0] must be an e-mail address, such as admin@acme.test, not "admin".',
    ],
    [
      'auth: { default_roles: admin }',
      'auth.default_roles is not a setting. Did you mean auth.default_role?',
    ],
    [
      'auth: { defaultTeam: admin }',
      'auth.defaultTeam is not a setting. Did you mean auth.default_team?',
    ],
    ['auth: { admin: [a@acme.test] }', 'auth.admin is not a setting. Did you mean auth.admins?'],
  ])('%s', async (text, message) => {
    const refused = await read(text).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(ConfigurationError)
    expect(refused).toHaveProperty('message', `${join(folder, 'values.yaml')}: ${message}`)
  })

  test('a file that is not YAML is refused, without quoting its secrets', async () => {
    const refused = await read('secret: hunter2\nauth: [\n').catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(ConfigurationError)
    expect(refused).toHaveProperty(
      'message',
      expect.stringMatching(/values\.yaml, line \d+: flow sequence .* end with a \]\.$/),
    )
    expect(String(refused)).not.toContain('hunter2')
  })

  test('a missing file, or a folder, is refused', async () => {
    await expect(readValues(join(folder, 'none.yaml'))).rejects.toThrow(
      'none.yaml: there is no such file.',
    )
    await expect(readValues(folder)).rejects.toThrow('this is a folder')
  })
})
