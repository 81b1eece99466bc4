import { createMock, type Scenario } from 'rolecall/mocks'
import type { Policy } from 'rolecall/policies'
import { expect, test } from 'vitest'
import { denial } from '../support/refusal.ts'
import { readLibrary } from './tools/library.ts'

const people: Scenario = {
  name: 'evening',
  description: 'A librarian, and a warden who says who is one.',
  organization: { name: 'The library', plan: { name: 'free', features: [] } },
  users: [
    { email: 'admin@acme.test', role: 'librarian' },
    { email: 'warden@acme.test', role: 'warden' },
    { email: 'reader@acme.test', role: 'reader' },
  ],
  personas: [],
}

/** The library, whose wardens manage members and do nothing else. */
function withWardens(): Policy {
  const library = readLibrary()
  const warden = {
    key: 'warden',
    name: 'Warden',
    scope: 'organization',
    permissions: ['member:manage'],
    origin: 'documented',
  } as const
  return { ...library, roles: [...library.roles, warden] }
}

test('hardened mode works for a policy that does not mention it', async () => {
  const mock = createMock({ policy: withWardens(), scenario: people, hardened: true })
  const warden = mock.client({ as: 'warden@acme.test' })
  const promotion = warden.users.update('reader@acme.test', { role: 'librarian' })
  expect(await denial(promotion)).toMatchObject({ rule: 'hardened', status: 403 })
  expect(await warden.users.update('reader@acme.test', { role: 'warden' })).toMatchObject({
    role: 'warden',
  })
})

test('without it, a manager of members gives roles beyond their own', async () => {
  const mock = createMock({ policy: withWardens(), scenario: people })
  const warden = mock.client({ as: 'warden@acme.test' })
  const promoted = await warden.users.update('reader@acme.test', { role: 'librarian' })
  expect(promoted).toMatchObject({ role: 'librarian' })
})
