import { describe, expect, test } from 'vitest'
import { bigml } from '../../../mocks/policies/index.ts'
import { acmeOf, email } from '../../support/acme-of.ts'
import { denial, refusal } from '../../support/refusal.ts'

test.each(['scientist', 'labeler', 'steward', 'lead', 'admin'])(
  'BG-10 %s writes in both, and moves',
  async (name) => {
    const { as, artifact } = acmeOf(bigml)
    const dataset = await artifact('customers-2025')
    expect(await as(name).artifacts.move(dataset, { project: 'triage' })).toMatchObject({
      project: 'triage',
    })
  },
)

describe('BG-10 denied', () => {
  test('in the old place, to a reader', async () => {
    const { as, artifact } = acmeOf(bigml)
    const call = as('reviewer').artifacts.move(await artifact('customers-2025'), {
      project: 'triage',
    })
    expect(await denial(call)).toMatchObject({ rule: 'BG-10' })
  })

  test('in the new place, to a reader of a visible destination', async () => {
    const { as, artifact } = acmeOf(bigml)
    const dataset = await artifact('tickets-2025')
    const decision = await denial(as('analyst').artifacts.move(dataset, { project: 'churn' }))
    expect(decision).toMatchObject({ rule: 'BG-10', status: 403 })
    expect(decision.alternatives[0]?.calls[0]).toMatchObject({
      operation: 'projects.members.update',
      args: ['churn', expect.any(String), { roles: { project: 'write' } }],
    })
  })

  test('in the new place, a hidden destination is 422 like a missing one', async () => {
    const { as, artifact } = acmeOf(bigml)
    const dataset = await artifact('tickets-2025')
    for (const project of ['payroll', 'nowhere']) {
      const error = await refusal(as('guest').artifacts.move(dataset, { project }))
      expect(error).toMatchObject({ status: 422, code: 'unknown_reference' })
      expect(error.problem?.errors).toMatchObject([{ pointer: '/project' }])
    }
  })

  test('the old place is checked before a hidden destination', async () => {
    const { as, artifact } = acmeOf(bigml)
    const call = as('reviewer').artifacts.move(await artifact('customers-2025'), {
      project: 'payroll',
    })
    expect(await denial(call)).toMatchObject({ rule: 'BG-10' })
  })
})

describe('BG-10 a resource always belongs to a project', () => {
  test('it is not created without one', async () => {
    const { artifacts } = acmeOf(bigml).as('admin')
    for (const body of [{}, { project: null }]) {
      const call = artifacts.create({ kind: 'dataset', name: 'Loose', ...body })
      expect(await refusal(call)).toMatchObject({ status: 422 })
    }
  })

  test('it is not moved out of all', async () => {
    const { as, artifact } = acmeOf(bigml)
    const dataset = await artifact('customers-2025')
    const out = { project: null }
    expect(await refusal(as('scientist').artifacts.move(dataset, out))).toMatchObject({
      status: 422,
    })
    expect(await denial(as('reviewer').artifacts.move(dataset, out))).toMatchObject({
      rule: 'BG-10',
    })
  })
})

test('BG-10 a moved resource is visible in its new place', async () => {
  const { as, artifact } = acmeOf(bigml)
  const dataset = await artifact('tickets-2025')
  await as('support-lead').artifacts.get(dataset)
  await as('labeler').artifacts.move(dataset, { project: 'churn' })
  expect(await refusal(as('support-lead').artifacts.get(dataset))).toMatchObject({ status: 404 })
  expect(await as('admin').users.get(email('labeler'))).toMatchObject({ role: 'restricted' })
})
