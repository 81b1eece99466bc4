import { expect, test } from 'vitest'
import { bigml } from '../../../mocks/policies/index.ts'
import { acmeOf, email } from '../../support/acme-of.ts'
import { denial, refusal } from '../../support/refusal.ts'

test("BG-12 a removed user's resources stay, and belong to the organization", async () => {
  const { as, artifact } = acmeOf(bigml)
  const { id } = await as('lead').users.me()
  const evaluation = await artifact('churn-check-1')
  await as('manager').users.remove(email('lead'))
  expect(await as('admin').projects.get('churn')).toMatchObject({ creator: id })
  expect(await as('reviewer').artifacts.get(evaluation)).toMatchObject({ creator: id })
  await as('labeler').artifacts.delete(evaluation)
  await as('contractor').projects.update('churn', { name: 'Ours' })
})

test('BG-12 reading: a removed user who is invited again is a new member', async () => {
  const { as } = acmeOf(bigml)
  const { id: before } = await as('lead').users.me()
  await as('admin').users.remove(email('lead'))
  const { id } = await as('admin').invitations.create({ email: email('lead') })
  await as('lead').invitations.accept(id)
  expect((await as('lead').users.me()).id).not.toBe(before)
  expect(await refusal(as('lead').projects.get('churn'))).toMatchObject({ status: 404 })
  expect(await as('admin').projects.get('churn')).toMatchObject({ creator: before })
})

test('BG-12 a removed user has nothing left, and no permission after their return', async () => {
  const { as } = acmeOf(bigml)
  await as('admin').users.remove(email('scientist'))
  expect(await denial(as('scientist').projects.list())).toMatchObject({ code: 'not_a_member' })
  const { id } = await as('admin').invitations.create({ email: email('scientist') })
  await as('scientist').invitations.accept(id)
  expect(await refusal(as('scientist').projects.get('churn'))).toMatchObject({ status: 404 })
})
