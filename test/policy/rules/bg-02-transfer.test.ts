import { describe, expect, test } from 'vitest'
import { bigml } from '../../../mocks/policies/index.ts'
import { acmeOf, email } from '../../support/acme-of.ts'
import { denial, refusal } from '../../support/refusal.ts'

test.each(['manager', 'lead', 'contractor'])(
  'BG-02 the owner makes %s the owner, at once and wholly',
  async (name) => {
    const { as } = acmeOf(bigml)
    const { id } = await as(name).users.me()
    const organization = await as('admin').organization.transferOwnership({ to: email(name) })
    expect(organization).toMatchObject({ owner: id })
    expect(await as(name).users.me()).toMatchObject({ role: 'owner' })
    expect(await as('admin').users.me()).toMatchObject({ role: 'admin' })
    const { data } = await as(name).users.list({ role: 'owner' })
    expect(data.map((user) => user.id)).toEqual([id])
    await as(name).organization.update({ name: 'Mine' })
    expect(await denial(as('admin').organization.update({ name: 'Ours' }))).toMatchObject({
      rule: 'BG-01',
    })
  },
)

test.each(['manager', 'lead', 'guest'])('BG-02 %s does not transfer it', async (name) => {
  const { as, mock } = acmeOf(bigml)
  const before = mock.state
  const call = as(name).organization.transferOwnership({ to: email(name) })
  expect(await denial(call)).toMatchObject({ rule: 'BG-02', alternatives: [] })
  expect(mock.state).toBe(before)
})

describe('BG-02 a transfer goes to another active user', () => {
  test.each([
    ['invited', { status: 422, code: 'invalid_target' }],
    ['nobody', { status: 422, code: 'unknown_reference' }],
    ['declined', { status: 422, code: 'unknown_reference' }],
    ['admin', { status: 409, code: 'invalid_state' }],
  ])('not to %s', async (name, problem) => {
    const { as, mock } = acmeOf(bigml)
    const before = mock.state
    const call = as('admin').organization.transferOwnership({ to: email(name) })
    expect(await refusal(call)).toMatchObject(problem)
    expect(mock.state).toBe(before)
  })
})

test('BG-02 the new owner can transfer it back', async () => {
  const { as } = acmeOf(bigml)
  await as('admin').organization.transferOwnership({ to: email('lead') })
  await as('lead').organization.transferOwnership({ to: email('admin') })
  expect(await as('lead').users.me()).toMatchObject({ role: 'admin' })
  expect(await as('admin').users.me()).toMatchObject({ role: 'owner' })
})
