import { expect, test } from 'vitest'
import { bigml } from '../../../mocks/policies/index.ts'
import { acmeOf, email } from '../../support/acme-of.ts'
import { refusal } from '../../support/refusal.ts'

test.each(['admin', 'manager', 'operations'])(
  'BG-04 %s has full access to a private project, without a permission on it',
  async (name) => {
    const { as, artifact } = acmeOf(bigml)
    const { projects, artifacts } = as(name)
    const dataset = await artifact('sales-2025')
    expect(await projects.get('forecast')).toMatchObject({ private: true })
    await artifacts.create({ kind: 'model', project: 'forecast', name: 'Sales model' })
    await artifacts.move(dataset, { project: 'churn' })
    await projects.members.add('forecast', {
      subject: { type: 'user', id: email('guest') },
      roles: { project: 'admin' },
    })
    await projects.update('forecast', { name: 'Ours', private: false })
    await projects.delete('forecast')
  },
)

test('BG-04 the role is enough, and access ends with it', async () => {
  const { as } = acmeOf(bigml)
  expect(await refusal(as('lead').projects.get('payroll'))).toMatchObject({ status: 404 })
  await as('admin').users.update(email('lead'), { role: 'admin' })
  await as('lead').projects.update('payroll', { name: 'Ours' })
  await as('admin').users.update(email('lead'), { role: 'member' })
  expect(await refusal(as('lead').projects.get('payroll'))).toMatchObject({ status: 404 })
})

test('BG-04 becoming an admin is a remedy, beside a permission', async () => {
  const { alternatives } = await acmeOf(bigml)
    .as('reviewer')
    .can('artifacts.create', { kind: 'dataset', project: 'churn', name: 'New' })
  const calls = alternatives.flatMap((each) => each.calls)
  expect(calls.map(({ operation }) => operation)).toEqual([
    'projects.members.update',
    'users.update',
  ])
  expect(calls[0]?.args[2]).toEqual({ roles: { project: 'write' } })
  expect(calls[1]?.args).toEqual([email('reviewer'), { role: 'admin' }])
})
