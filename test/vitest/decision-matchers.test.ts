import { denialText } from 'rolecall'
import { ConfigurationError, createMock } from 'rolecall/mocks'
import 'rolecall/mocks/vitest'
import { describe, expect, test } from 'vitest'
import { messageOf, plain } from './message-of.ts'

const mock = createMock()
const admin = mock.client({ as: 'admin@acme.test' })
const lead = mock.client({ as: 'lead@acme.test' })

const role = { key: 'mine', permissions: [] }
const denied = await lead.can('roles.create', role)
const allowed = await admin.can('roles.create', role)
const { context: depends } = await lead.access.evaluate({
  subject: { type: 'user', id: 'me' },
  action: { name: 'projects.create' },
  resource: { type: 'organization', id: 'current' },
  context: { rolecall: { explain: true } },
})
const error: unknown = await lead.roles.create(role).catch((thrown: unknown) => thrown)
const missing: unknown = await admin.roles.get('nobody').catch((thrown: unknown) => thrown)

describe('a decision', () => {
  test('is denied, allowed, or neither', () => {
    expect(denied).toBeDenied()
    expect(denied).toBeDenied({ rule: 'AD-04' })
    expect(denied).not.toBeDenied({ rule: 'AD-05' })
    expect(denied).not.toBeAllowed()
    expect(allowed).toBeAllowed()
    expect(allowed).not.toBeDenied()
    expect(depends?.outcome).toBe('depends')
    expect(depends).not.toBeAllowed()
    expect(depends).not.toBeDenied()
  })

  test('may be awaited by the matcher, or before it', async () => {
    await expect(lead.can('roles.create', role)).toBeDenied({ rule: 'AD-04' })
    await expect(lead.can('roles.create', role)).resolves.toBeDenied({ rule: 'AD-04' })
    await expect(admin.can('roles.create', role)).toBeAllowed()
  })
})

describe('a call', () => {
  test('is denied by its error', async () => {
    expect(error).toBeDenied({ rule: 'AD-04' })
    expect(error).not.toBeAllowed()
    await expect(lead.roles.create(role)).rejects.toBeDenied({ rule: 'AD-04' })
    await expect(lead.roles.create(role)).toBeDenied({ rule: 'AD-04' })
    await expect(lead.roles.create(role)).not.toBeAllowed()
  })

  test('is denied without a rule, if the server tells none', async () => {
    const terse = createMock({ explain: 'nothing' }).client({ as: 'watcher@acme.test' })
    await expect(terse.roles.create(role)).toBeDenied()
  })

  test('is allowed by its success', async () => {
    await expect(admin.users.me()).toBeAllowed()
    await expect(admin.users.me()).not.toBeDenied()
  })

  test('that fails for another reason is neither', async () => {
    await expect(admin.roles.get('nobody')).not.toBeAllowed()
    await expect(admin.roles.get('nobody')).not.toBeDenied()
  })
})

const denial = denialText(denied)

describe('a message shows the decision', () => {
  test.each<[string, () => void, string]>([
    [
      'of a denial that should be a yes',
      () => expect(denied).toBeAllowed(),
      `expected roles.create to be allowed, but it is denied:\n\n${denial}`,
    ],
    [
      'of a denial that should be none',
      () => expect(denied).not.toBeDenied(),
      `expected roles.create not to be denied, but it is denied:\n\n${denial}`,
    ],
    [
      'of a denial by this rule that should be none',
      () => expect(denied).not.toBeDenied({ rule: 'AD-04' }),
      `expected roles.create not to be denied by AD-04, but it is denied:\n\n${denial}`,
    ],
    [
      'of a denial by another rule',
      () => expect(denied).toBeDenied({ rule: 'AD-05' }),
      `expected roles.create to be denied by AD-05, but AD-04 denies it:\n\n${denial}`,
    ],
    [
      'of a yes that should be a denial',
      () => expect(allowed).toBeDenied(),
      `expected roles.create to be denied, but it is allowed:

${denialText(allowed)}`,
    ],
    [
      'of a yes that should be none',
      () => expect(allowed).not.toBeAllowed(),
      `expected roles.create not to be allowed, but it is allowed:

${denialText(allowed)}`,
    ],
    [
      'that depends',
      () => expect(depends).toBeAllowed(),
      `expected projects.create to be allowed, but it depends on the arguments:

${depends ? denialText(depends) : ''}`,
    ],
    [
      'of another error',
      () => expect(missing).toBeDenied(),
      `expected the call to be denied, but it failed:

NotFoundError: There is no role "nobody", or none that you may see.`,
    ],
  ])('%s', (_, assertion, message) => {
    expect(messageOf(assertion)).toBe(message)
  })

  test('of a call that was awaited', async () => {
    const failure = async (assertion: Promise<void>) => plain(await assertion.catch(plain))
    expect(await failure(expect(admin.users.me()).toBeDenied())).toBe(
      'expected the call to be denied, but it succeeded.',
    )
    expect(await failure(expect(lead.roles.create(role)).toBeAllowed())).toMatch(
      /^expected roles\.create to be allowed, but it is denied:\n\ndenied[^]*\nrequest +req_\w+$/,
    )
  })
})

test.each([undefined, null, 'no', 403, {}, { allowed: false }, [denied]])(
  '%o is refused: it is no decision',
  (value) => {
    for (const run of [
      () => expect(value).toBeDenied(),
      () => expect(value).not.toBeDenied(),
      () => expect(value).toBeAllowed(),
    ]) {
      expect(run).toThrow(ConfigurationError)
      expect(run).toThrow(
        /^toBe\w+ needs a decision, a PermissionDeniedError, or the promise of one/,
      )
    }
  },
)

test('wrong expectations are refused', () => {
  const wrong = (given: unknown) => () => {
    const assertion = expect(denied)
    Reflect.apply(assertion.toBeDenied, assertion, [given])
  }
  expect(wrong({ rules: 'AD-04' })).toThrow('toBeDenied\'s expectation can\'t have "rules"')
  expect(wrong('AD-04')).toThrow("toBeDenied's expectation must be an object")
  expect(wrong({ rule: 4 })).toThrow('rule must be the id of a rule')
})
