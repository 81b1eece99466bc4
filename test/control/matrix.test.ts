import { NotFoundError, UnprocessableEntityError } from 'rolecall'
import { createMock, matrix, type Mock } from 'rolecall/mocks'
import { createControl } from 'rolecall/mocks/control'
import { describe, expect, test } from 'vitest'
import { places } from './controlled.ts'

const policies = ['adaptive', 'superannotate', 'peltarion', 'ica', 'bigml'] as const

describe.each(Object.entries(places))('the matrix, %s', (_, place) => {
  test('has a row for each person that was asked for', async () => {
    const { mock, control } = await place()
    const before = mock.state
    const resource = { type: 'team', id: 'research' }
    const { rows, ...rest } = await control.matrix({ resource, users: ['lead@acme.test'] })
    expect(rows.map(({ email, kind }) => [email, kind])).toEqual([['lead@acme.test', 'person']])
    expect(rest.resource).toMatchObject({ type: 'team', name: 'research' })
    expect(rows[0]?.cells.length).toBe(rest.actions.length)
    expect([mock.state, mock.requests.length]).toEqual([before, 0])
  })

  test('explains a cell, of a person or of the holder of a role', async () => {
    const { control } = await place()
    const { rows, actions } = await control.matrix({ by: 'roles' })
    const column = actions.findIndex(({ action }) => action === 'roles.create')
    expect(actions[column]).toMatchObject({ kind: 'operation', group: 'roles' })
    const outcomes = rows.map(({ id, cells }) => [id, cells[column]?.outcome])
    expect(outcomes).toContainEqual(['admin/platform_admin', 'yes'])
    expect(outcomes).toContainEqual(['default/platform_admin', 'no'])
    const ofRole = await control.explain({
      holder: 'default/platform_admin',
      action: 'roles.create',
    })
    expect(ofRole).toMatchObject({ outcome: 'no', rule: 'AD-04' })
    const ofLead = await control.explain({ as: 'lead@acme.test', action: 'roles.create' })
    expect(ofLead.alternatives[0]?.calls[0]?.operation).toBe('users.update')
    expect((await control.users()).length).toBe(createMock().users().length)
  })

  test.each([
    [{ resource: { type: 'team', id: 'reserch' } }, UnprocessableEntityError],
    [{ users: ['leed@acme.test'] }, NotFoundError],
    [{ users: ['lead@acme.test'], by: 'roles' }, UnprocessableEntityError],
    [{ users: Array.from({ length: 201 }, () => 'lead@acme.test') }, UnprocessableEntityError],
  ] as const)('refuses what it can’t tabulate: %#', async (options, kind) => {
    const { control } = await place()
    await expect(control.matrix(options)).rejects.toBeInstanceOf(kind)
  })

  test('explains nothing for a holder that the resource does not have', async () => {
    const { control } = await place()
    const asked = control.explain({ holder: 'admin/platfrom_admin', action: 'roles.create' })
    await expect(asked).rejects.toThrow('Did you mean admin/platform_admin?')
  })
})

describe.each(policies)('on %s', (policy) => {
  const mock: Mock = createMock({ policy })
  const control = createControl({ mock })

  async function resourcesOf() {
    const { projects } = mock.client({ as: 'admin@acme.test' })
    const { data } = await projects.list().catch(() => ({ data: [] }))
    const projectsOf = data.map(({ key }) => ({ type: 'project', id: key }) as const)
    return [{ type: 'organization', id: 'current' }, ...projectsOf] as const
  }

  test('people have the cells that matrix() tells', async () => {
    for (const resource of await resourcesOf()) {
      const { rows, actions } = await control.matrix({ resource })
      const expected = await matrix(mock, resource)
      expect(rows.map(({ id }) => id)).toEqual(expected.personas.map(({ user }) => user))
      expect(actions.map(({ action }) => action)).toEqual(expected.actions)
      const cells = rows.flatMap(({ id, cells: own }) =>
        own.map((cell, at) => ({ persona: id, action: actions[at]?.action, ...cell })),
      )
      expect(cells).toEqual(
        expected.cells.map(({ persona, action, outcome, rule }) => ({
          persona,
          action,
          outcome,
          rule,
        })),
      )
    }
  })

  test('each role has a row where it counts, and its cells are explained alike', async () => {
    const [organization, project] = await resourcesOf()
    for (const resource of [organization, project]) {
      if (resource === undefined) continue
      const { rows, actions } = await control.matrix({ resource, by: 'roles' })
      expect(rows.length).toBeGreaterThan(0)
      for (const { id, cells, text } of rows) {
        expect(text).toMatch(/^A person with /)
        const at = id.length % cells.length
        const { outcome } = await control.explain({
          holder: id,
          action: actions[at]?.action ?? '',
          resource,
        })
        expect([id, actions[at]?.action, outcome]).toEqual([
          id,
          actions[at]?.action,
          cells[at]?.outcome,
        ])
      }
    }
  })

  test('the row of a role is that of a new person who holds it', async () => {
    const { rows } = await control.matrix({ by: 'roles' })
    for (const [index, { id, cells }] of rows.entries()) {
      const [place = '', role = ''] = id.split('/')
      const email = `holder${index}@acme.test`
      const held = place === 'organization' ? { role } : { teams: { [place]: role } }
      const other: Mock = createMock({ policy })
      try {
        other.seed({ users: [{ email, ...held }] })
      } catch (error) {
        // There is one owner, and a role that is not available yet.
        expect(`${String(error)} ${id}`).toMatch(/owner|viewer/)
        continue
      }
      const [row] = (await createControl({ mock: other }).matrix({ users: [email] })).rows
      expect([id, row?.cells]).toEqual([id, cells])
    }
  })
})
