import { expect, test } from 'vitest'
import { bigml } from '../../../mocks/policies/index.ts'
import { acmeOf, email } from '../../support/acme-of.ts'
import { denial, refusal } from '../../support/refusal.ts'

const hidden = { status: 404, code: 'not_found' }

test('BG-07 private to public: everyone writes, readers and outsiders too', async () => {
  const { as, artifact } = acmeOf(bigml)
  const dataset = await artifact('customers-2025')
  await as('contractor').projects.update('churn', { private: false })
  for (const name of ['reviewer', 'guest', 'support-lead']) {
    await as(name).artifacts.update(dataset, { name: `Of ${name}` })
  }
  expect(await denial(as('steward').projects.update('churn', { name: 'Mine' }))).toMatchObject({
    rule: 'BG-05',
  })
})

test('BG-07 public to private: access is lost, and former permissions are erased', async () => {
  const { as } = acmeOf(bigml)
  await as('lead').projects.update('churn', { private: false })
  await as('lead').projects.update('churn', { private: true })
  for (const name of ['steward', 'scientist', 'analyst', 'contractor', 'guest']) {
    expect(await refusal(as(name).projects.get('churn'))).toMatchObject(hidden)
  }
  for (const name of ['lead', 'admin', 'manager']) {
    await as(name).projects.update('churn', { description: `Kept by ${name}` })
    expect((await as(name).projects.members.list('churn')).data).toEqual([])
  }
})

test('BG-07 a user who lost access can be invited again', async () => {
  const { as } = acmeOf(bigml)
  await as('support-lead').projects.update('triage', { private: true })
  expect(await refusal(as('contractor').projects.get('triage'))).toMatchObject(hidden)
  await as('support-lead').projects.members.add('triage', {
    subject: { type: 'user', id: email('contractor') },
    roles: { project: 'read' },
  })
  expect(await as('contractor').projects.get('triage')).toMatchObject({ private: true })
})

test('BG-07 a private project set to private keeps its permissions', async () => {
  const { as } = acmeOf(bigml)
  await as('lead').projects.update('churn', { private: true, name: 'Ours' })
  await as('scientist').artifacts.create({ kind: 'dataset', project: 'churn', name: 'New' })
})

test.each(['scientist', 'reviewer'])(
  'BG-07 reading: %s does not change the privacy',
  async (name) => {
    const { as, mock } = acmeOf(bigml)
    const before = mock.state
    const call = as(name).projects.update('churn', { private: false })
    expect(await denial(call)).toMatchObject({ rule: 'BG-07' })
    expect(mock.state).toBe(before)
  },
)

test('BG-07 nothing is erased while the project stays public', async () => {
  const { as } = acmeOf(bigml)
  const { projects } = as('support-lead')
  const entries = async () => (await projects.members.list('triage')).data
  const before = await entries()
  expect(before).toHaveLength(2)
  await projects.update('triage', { name: 'Renamed', private: false })
  expect(await entries()).toEqual(before)
})
