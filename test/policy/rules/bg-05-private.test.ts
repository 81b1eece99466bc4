import { describe, expect, test } from 'vitest'
import { bigml } from '../../../mocks/policies/index.ts'
import { acmeOf, email } from '../../support/acme-of.ts'
import { outcomeOf } from '../../support/outcome.ts'
import { denial, refusal } from '../../support/refusal.ts'

describe.each(['support-lead', 'guest'])(
  'BG-05 %s has no permission on a private project',
  (name) => {
    test('and sees neither it nor its contents', async () => {
      const { as, artifact } = acmeOf(bigml)
      const dataset = await artifact('customers-2025')
      const { projects, artifacts } = as(name)
      for (const call of [
        projects.get('churn'),
        projects.update('churn', { name: 'Mine' }),
        projects.members.list('churn'),
        artifacts.get(dataset),
        artifacts.delete(dataset),
      ].map(refusal)) {
        const error = await call
        expect(error).toMatchObject({ status: 404, code: 'not_found' })
        expect(error.problem).not.toHaveProperty('decision')
      }
    })

    test('and it is absent from lists', async () => {
      const { projects, artifacts } = acmeOf(bigml).as(name)
      const { data } = await projects.list()
      expect(data.map(({ key }) => key)).toEqual(['triage', 'library'])
      const seen = await artifacts.list()
      expect(new Set(seen.data.map(({ project }) => project))).toEqual(
        new Set(['triage', 'library']),
      )
    })
  },
)

describe.each([
  ['steward', 'contractor', 'admin'],
  ['scientist', 'labeler', 'write'],
  ['analyst', 'reviewer', 'read'],
])('BG-05 %s and %s with permission %s', (member, restricted, level) => {
  test.each([member, restricted])('%s has its rights, and no more', async (name) => {
    const { as, artifact } = acmeOf(bigml)
    const { projects, artifacts } = as(name)
    const model = await artifact('churn-small')
    await artifacts.get(model)
    await artifacts.run(model, 'predict_locally', { data: { age: 40 } })
    const write = artifacts.update(model, { name: 'Ours' })
    const edit = () => projects.update('churn', { name: 'Ours' })
    if (level === 'read') expect(await denial(write)).toMatchObject({ rule: 'BG-05' })
    else await write
    if (level === 'admin') await edit()
    else expect(await denial(edit())).toMatchObject({ rule: 'BG-05' })
  })
})

test('BG-05 reading: the creator of a private project administers it', async () => {
  const { projects } = acmeOf(bigml).as('lead')
  await projects.update('churn', { name: 'Ours' })
  await projects.create({ key: 'secret', private: true })
  await projects.members.add('secret', {
    subject: { type: 'user', id: email('guest') },
    roles: { project: 'read' },
  })
  await projects.delete('secret')
})

test('BG-05 reading: users who see the project see its users, and its admin ends a permission', async () => {
  const { as, entry } = acmeOf(bigml)
  const id = await entry('churn', 'labeler')
  expect(await as('reviewer').projects.members.get('churn', id)).toMatchObject({
    roles: { project: 'write' },
  })
  expect(await denial(as('scientist').projects.members.remove('churn', id))).toMatchObject({
    rule: 'BG-05',
  })
  await as('contractor').projects.members.remove('churn', id)
  expect(await refusal(as('labeler').projects.get('churn'))).toMatchObject({ status: 404 })
})

test.each(['projects.get', 'projects.members.list', 'resource:view', 'prediction:create_local'])(
  'BG-05 whether a restricted member sees %s depends on the project',
  async (action) => {
    expect(await outcomeOf(acmeOf(bigml).as('guest'), action)).toBe('depends')
  },
)
