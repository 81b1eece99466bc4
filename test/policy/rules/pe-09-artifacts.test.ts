import { describe, expect, test } from 'vitest'
import { acme } from '../../../mocks/policies/peltarion/acme.ts'
import { peltarion } from '../../../mocks/policies/index.ts'
import { acmeOf, email } from '../../support/acme-of.ts'
import { denial } from '../../support/refusal.ts'

describe('PE-09 creators', () => {
  test("write everything: anybody's projects and artifacts", async () => {
    const { as, artifact } = acmeOf(peltarion)
    const { projects, artifacts } = as('engineer')
    await projects.create({ key: 'mine', name: 'Mine' })
    await projects.update('churn', { description: 'Changed' })
    await artifacts.create({ kind: 'dataset', name: 'New', project: 'churn' })
    await artifacts.update(await artifact('customers-2025'), { name: 'customers' })
    await artifacts.move(await artifact('shared-vocabulary'), { project: 'summaries' })
    await artifacts.run(await artifact('churn-baseline'), 'start', {})
    await artifacts.run(await artifact('churn-baseline'), 'stop', {})
  })

  test.each(['customers-2025', 'churn-baseline', 'shared-vocabulary'])(
    'delete no %s of somebody else',
    async (name) => {
      const { as, artifact } = acmeOf(peltarion)
      const { rule, alternatives } = await denial(
        as('engineer').artifacts.delete(await artifact(name)),
      )
      expect(rule).toBe('PE-09')
      expect(alternatives).toMatchObject([
        { calls: [{ args: [email('engineer'), { role: 'administrator' }] }] },
      ])
    },
  )

  test('delete their own', async () => {
    const { as, artifact } = acmeOf(peltarion)
    const owned = async (name: string) =>
      await as('scientist').access.evaluate({
        subject: { type: 'user', id: 'me' },
        action: { name: 'artifact:delete_own' },
        resource: { type: 'artifact', id: await artifact(name) },
      })
    expect(await owned('churn-small')).toEqual({ decision: true })
    expect(await owned('customers-2025')).toEqual({ decision: false })
    await as('scientist').artifacts.delete(await artifact('churn-small'))
    await as('scientist').artifacts.delete(await artifact('churn-baseline'))
  })
})

describe('PE-09 a project', () => {
  test('can be deleted by its creator, with its contents, if all of them are theirs', async () => {
    const { as } = acmeOf(peltarion)
    await as('scientist').projects.delete('summaries')
    await as('engineer').projects.delete('sandbox')
    const { data } = await as('admin').artifacts.list({ limit: 200 })
    expect(data.map(({ project }) => project)).not.toContain('summaries')
  })

  test("reading: cannot while it holds somebody else's artifacts", async () => {
    const { as, artifact } = acmeOf(peltarion)
    const { projects } = as('lead')
    expect(await denial(projects.delete('churn'))).toMatchObject({ rule: 'PE-09' })
    await as('scientist').artifacts.delete(await artifact('churn-baseline'))
    expect(await denial(projects.delete('churn'))).toMatchObject({ rule: 'PE-09' })
    await as('scientist').artifacts.delete(await artifact('churn-small'))
    await projects.delete('churn')
  })

  test('cannot be deleted by anybody else', async () => {
    const { projects } = acmeOf(peltarion).as('lead')
    expect(await denial(projects.delete('sandbox'))).toMatchObject({ rule: 'PE-09' })
  })
})

test('PE-09 reading: a removed user who is invited again is a new member', async () => {
  const { as } = acmeOf(peltarion)
  await as('engineer').projects.create({ key: 'mine', name: 'Mine' })
  await as('admin').users.remove(email('engineer'))
  const { id } = await as('admin').invitations.create({ email: email('engineer'), role: 'creator' })
  await as('engineer').invitations.accept(id)
  expect(await denial(as('engineer').projects.delete('mine'))).toMatchObject({ rule: 'PE-09' })
  await as('admin').projects.delete('mine')
})

test('PE-09 administrators delete any artifact, projects and experiments included', async () => {
  const { as, artifact } = acmeOf(peltarion)
  const { artifacts, projects } = as('admin')
  await artifacts.delete(await artifact('churn-small'))
  await artifacts.delete(await artifact('churn-baseline'))
  await projects.delete('summaries')
})

describe('PE-09 a viewer', () => {
  test('sees every artifact', async () => {
    const { artifacts, projects } = acmeOf(peltarion).as('viewer')
    expect((await projects.list()).data).toHaveLength(acme.projects.length)
    expect((await artifacts.list()).data).toHaveLength(acme.artifacts.length)
  })

  test('writes and deletes none', async () => {
    const { as, artifact } = acmeOf(peltarion)
    const { artifacts, projects } = as('viewer')
    const id = await artifact('churn-baseline')
    const calls = [
      projects.create({ key: 'mine' }),
      projects.update('churn', { name: 'Mine' }),
      projects.delete('sandbox'),
      artifacts.create({ kind: 'model', name: 'Mine' }),
      artifacts.update(id, { name: 'Mine' }),
      artifacts.move(id, { project: 'sandbox' }),
      artifacts.run(id, 'start', {}),
      artifacts.delete(id),
    ]
    const denials = await Promise.all(calls.map(denial))
    expect(denials.map(({ rule }) => rule)).toEqual(calls.map(() => 'PE-09'))
  })

  test('deletes none of their own either', async () => {
    const creator = email('viewer')
    const scenario = {
      ...acme,
      projects: [...acme.projects, { key: 'sketch', creator }],
      artifacts: [...acme.artifacts, { kind: 'dataset', name: 'sketched', project: null, creator }],
    }
    const { as, artifact } = acmeOf(peltarion, { scenario })
    const { projects, artifacts } = as('viewer')
    expect(await denial(projects.delete('sketch'))).toMatchObject({ rule: 'PE-09' })
    expect(await denial(artifacts.delete(await artifact('sketched')))).toMatchObject({
      rule: 'PE-09',
    })
  })
})
