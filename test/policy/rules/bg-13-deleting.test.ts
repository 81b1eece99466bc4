import { expect, test } from 'vitest'
import { bigml } from '../../../mocks/policies/index.ts'
import { acmeOf, email } from '../../support/acme-of.ts'
import { denial, refusal } from '../../support/refusal.ts'

const gone = { status: 404, code: 'not_found' }

test('BG-13 deleting a project deletes its contents', async () => {
  const { as, artifact, entry } = acmeOf(bigml)
  const dataset = await artifact('customers-2025')
  const reader = await entry('churn', 'reviewer')
  await as('contractor').projects.delete('churn')
  const admin = as('admin')
  expect(await refusal(admin.projects.get('churn'))).toMatchObject(gone)
  expect(await refusal(admin.artifacts.get(dataset))).toMatchObject(gone)
  await as('lead').projects.create({ key: 'churn', private: true })
  expect(await refusal(as('lead').projects.members.get('churn', reader))).toMatchObject(gone)
  expect((await as('lead').artifacts.list({ project: 'churn' })).data).toEqual([])
})

test.each(['scientist', 'reviewer'])('BG-13 %s does not delete it', async (name) => {
  expect(await denial(acmeOf(bigml).as(name).projects.delete('churn'))).toMatchObject({
    rule: 'BG-05',
  })
})

test('BG-13 after organization.delete everything but users.me is 404', async () => {
  const { as, artifact, invitation } = acmeOf(bigml)
  const dataset = await artifact('customers-2025')
  const id = await invitation('invited')
  await as('admin').organization.delete()
  for (const name of ['admin', 'lead']) {
    const { organization, users, projects, artifacts, access } = as(name)
    for (const call of [
      organization.get(),
      organization.delete(),
      users.list(),
      users.get(email('admin')),
      projects.list(),
      projects.create({ key: 'new' }),
      artifacts.get(dataset),
      access.evaluate({
        subject: { type: 'user', id: 'me' },
        action: { name: 'projects.create' },
        resource: { type: 'organization', id: 'current' },
      }),
    ].map(refusal)) {
      expect(await call).toMatchObject(gone)
    }
    await users.me()
  }
  expect(await refusal(as('invited').invitations.accept(id))).toMatchObject(gone)
})
