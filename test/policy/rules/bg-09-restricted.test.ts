import { expect, test } from 'vitest'
import { bigml } from '../../../mocks/policies/index.ts'
import { acmeOf, email } from '../../support/acme-of.ts'
import { denial } from '../../support/refusal.ts'

test.each(['admin', 'manager', 'lead'])('BG-09 %s creates projects', async (name) => {
  const { projects } = acmeOf(bigml).as(name)
  expect(await projects.create({ key: 'mine', private: true })).toMatchObject({ private: true })
})

test.each(['contractor', 'guest'])('BG-09 %s is restricted and creates none', async (name) => {
  const decision = await denial(acmeOf(bigml).as(name).projects.create({ key: 'mine' }))
  expect(decision).toMatchObject({ rule: 'BG-09' })
  // The least sufficient role.
  expect(decision.alternatives.map(({ calls }) => calls[0]?.args)).toEqual([
    [email(name), { role: 'member' }],
  ])
})

test('BG-09 a restricted member may be admin of a project', async () => {
  const { as } = acmeOf(bigml)
  const { projects } = as('contractor')
  await projects.update('churn', { name: 'Ours' })
  await projects.members.add('churn', {
    subject: { type: 'user', id: email('guest') },
    roles: { project: 'admin' },
  })
  await as('guest').projects.delete('churn')
})

test('BG-09 a user who becomes restricted keeps what they created', async () => {
  const { as } = acmeOf(bigml)
  await as('admin').users.update(email('lead'), { role: 'restricted' })
  await as('lead').projects.update('churn', { name: 'Still ours' })
  expect(await denial(as('lead').projects.create({ key: 'next' }))).toMatchObject({ rule: 'BG-09' })
})
