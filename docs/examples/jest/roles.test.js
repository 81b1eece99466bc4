import { jest } from '@jest/globals'
import { createMock } from 'rolecall/mocks'

const mock = createMock()
beforeEach(() => mock.reset())

test('an administrator creates a role', async () => {
  const admin = mock.client({ as: 'admin@acme.test' })

  const role = await admin.roles.create({ key: 'reviewer', permissions: ['use_case:read'] })

  expect(role).toMatchObject({ key: 'reviewer', permissions: ['use_case:read'] })
})

test('the lead of another team does not, and learns why', async () => {
  const lead = mock.client({ as: 'lead@acme.test' })

  await expect(lead.roles.create({ key: 'reviewer', permissions: [] })).rejects.toMatchObject({
    code: 'permission_denied',
    decision: { rule: 'AD-04' },
  })
})

test('a listener hears of each write', async () => {
  const admin = mock.client({ as: 'admin@acme.test' })
  const heard = jest.fn()
  admin.onWrite(heard)

  await admin.teams.create({ key: 'quality' })

  expect(heard).toHaveBeenCalledWith('teams.create')
})
