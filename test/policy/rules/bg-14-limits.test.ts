import { describe, expect, test } from 'vitest'
import { bigml } from '../../../mocks/policies/index.ts'
import { acme } from '../../../mocks/policies/bigml/acme.ts'
import { acmeOf, email } from '../../support/acme-of.ts'
import { denial, refusal } from '../../support/refusal.ts'

const most = 1000

test('BG-14 an organization has at most 1,000 projects', async () => {
  const more = Array.from({ length: most - acme.projects.length }, (_, index) => ({
    key: `project-${index}`,
    creator: email('lead'),
  }))
  const { as, mock } = acmeOf(bigml, {
    scenario: { ...acme, projects: [...acme.projects, ...more] },
  })
  const before = mock.state
  const call = () => as('lead').projects.create({ key: 'one-more' })
  expect(await refusal(call())).toMatchObject({ status: 409, code: 'project_limit_reached' })
  expect(mock.state).toBe(before)
  await as('lead').projects.delete('churn')
  await call()
})

describe("BG-14 seats and plan are the owner's", () => {
  test('are changed by the owner', async () => {
    const { organization } = acmeOf(bigml).as('admin')
    const { plan } = await organization.updatePlan({ name: 'enterprise', seats: 20 })
    expect(plan).toMatchObject({ name: 'enterprise', seats: 20 })
  })

  test.each(['manager', 'lead', 'guest'])('and not by %s', async (name) => {
    const call = acmeOf(bigml).as(name).organization.updatePlan({ seats: 20 })
    expect(await denial(call)).toMatchObject({ rule: 'BG-14', alternatives: [] })
  })

  test('more seats allow more invitations', async () => {
    const { as } = acmeOf(bigml)
    await as('admin').organization.updatePlan({ seats: 14 })
    const invite = () => as('manager').invitations.create({ email: email('new') })
    expect(await refusal(invite())).toMatchObject({ code: 'seat_limit_reached' })
    await as('admin').organization.updatePlan({ seats: 15 })
    await invite()
    await as('admin').organization.updatePlan({ seats: null })
    await as('manager').invitations.create({ email: email('newer') })
  })

  test('reading: fewer seats than users are refused', async () => {
    const call = acmeOf(bigml).as('admin').organization.updatePlan({ seats: 13 })
    expect(await refusal(call)).toMatchObject({ status: 409, code: 'seat_limit_reached' })
  })
})
