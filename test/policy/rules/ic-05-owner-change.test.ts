import { expect, test } from 'vitest'
import { ica } from '../../../mocks/policies/index.ts'
import { acmeOf, email } from '../../support/acme-of.ts'
import { denial, refusal } from '../../support/refusal.ts'

const change = { to: email('analyst') }

test.each(['owner', 'tenant', 'lead', 'admin'])('IC-05 %s changes the owner', async (name) => {
  const { as } = acmeOf(ica)
  const { id } = await as('analyst').users.me()
  const project = await as(name).projects.transferOwnership('genomes', change)
  expect(project).toMatchObject({ owner: id })
})

test.each(['engineer', 'analyst', 'provider', 'guest', 'scientist', 'former'])(
  'IC-05 %s does not',
  async (name) => {
    const { as, mock } = acmeOf(ica)
    const before = mock.state
    const call = as(name).projects.transferOwnership('genomes', { to: email(name) })
    expect(await denial(call)).toMatchObject({ rule: 'IC-05' })
    expect(mock.state).toBe(before)
  },
)

test('IC-05 an administrator or owner of another project does not', async () => {
  const { projects } = acmeOf(ica).as('owner')
  expect(await refusal(projects.transferOwnership('trials', change))).toMatchObject({ status: 404 })
})

test('IC-05 the remedy is a role, never ownership', async () => {
  const { as, entry } = acmeOf(ica)
  const { alternatives } = await denial(as('analyst').projects.transferOwnership('genomes', change))
  const own = await entry('genomes', 'analyst')
  expect(alternatives.flatMap(({ calls }) => calls.map(({ args }) => args))).toEqual([
    ['genomes', own, { roles: { project: 'administrator' } }],
    [email('analyst'), { role: 'tenant_administrator' }],
  ])
})
