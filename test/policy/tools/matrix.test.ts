import { ConfigurationError, createMock, matrix } from 'rolecall/mocks'
import { policies, type Policy } from 'rolecall/policies'
import { describe, expect, test } from 'vitest'

describe.each(Object.values<Policy>(policies))('the matrix of $name', (policy) => {
  test('matches the answers of the API, of the organization and of a project', async () => {
    const mock = createMock({ policy })
    expect(await matrix({ policy })).toEqual(await matrix(mock))
    const [project] = mock.scenario.projects ?? []
    const resource = { type: 'project', id: project?.key ?? '' } as const
    const { cells } = await matrix({ policy }, resource)
    expect(cells).toEqual((await matrix(mock, resource)).cells)
    expect(cells.length).toBeGreaterThan(0)
  })
})

test('of a mock shows its current state', async () => {
  const mock = createMock()
  const before = await matrix(mock)
  await mock.client({ as: 'admin@acme.test' }).users.update('lead@acme.test', {
    teams: { admin: 'platform_admin' },
  })
  const outcomes = ({ cells, personas }: typeof before) => {
    const lead = personas.find(({ email }) => email === 'lead@acme.test')?.user
    return cells.find(({ persona, action }) => persona === lead && action === 'teams.create')
  }
  expect(outcomes(before)?.outcome).toBe('no')
  expect(outcomes(await matrix(mock))?.outcome).toBe('yes')
  expect(outcomes(await matrix())?.outcome).toBe('no')
})

test('accepts a custom policy, even without policy.matrix', async () => {
  const { 'policy.matrix': _, ...changes } = policies.peltarion.changes
  const own: Policy = { ...policies.peltarion, name: 'own', changes }
  const { policy, personas, actions } = await matrix({ policy: own })
  expect([policy, personas.length]).toEqual(['own', 1])
  expect(actions).not.toContain('policy.matrix')
})

test('names an unknown resource', async () => {
  const asked = matrix({}, { type: 'project', id: 'nope' })
  await expect(asked).rejects.toThrow(ConfigurationError)
  await expect(asked).rejects.toThrow('There is no project "nope" in scenario acme.')
})
