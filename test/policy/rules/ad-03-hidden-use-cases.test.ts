import { describe, expect, test } from 'vitest'
import { NotFoundError } from '../../../src/index.ts'
import { acme } from '../../support/acme.ts'
import { outcomeOf } from '../../support/outcome.ts'
import { refusal } from '../../support/refusal.ts'

const inside = ['who-may-leave', 'churn-small-run-1', 'churn-small-check-1', 'churn-small']

test('AD-03 members of the owning team and of teams it is shared with see a use case', async () => {
  const { as } = acme()
  expect(await as('analyst').projects.get('churn')).toMatchObject({ key: 'churn' })
  expect(await as('watcher').projects.get('churn')).toMatchObject({ key: 'churn' })
})

test('AD-03 a role without use_case:read gets a reason: the use case is no secret from its team', async () => {
  const error = await refusal(acme().as('support-platform').projects.get('churn'))
  expect(error.status).toBe(403)
})

test('AD-03 others do not see it: 404, without a decision', async () => {
  const error = await refusal(acme().as('archivist').projects.get('churn'))
  expect(error).toBeInstanceOf(NotFoundError)
  expect(error.problem).not.toHaveProperty('decision')
})

describe.each(inside)('AD-03 %s', (name) => {
  test('is hidden with the use case, from get and from lists', async () => {
    const { as, artifact } = acme()
    const id = await artifact(name)
    expect(await refusal(as('archivist').artifacts.get(id))).toMatchObject({ status: 404 })
    const seen = await as('archivist').artifacts.list()
    expect(seen.data.map((one) => one.name)).toEqual(['old-letters'])
  })
})

test('AD-03 lists leave hidden use cases out', async () => {
  const { as } = acme()
  const keys = async (name: string) => {
    const { data } = await as(name).projects.list()
    return data.map(({ key }) => key)
  }
  expect(await keys('archivist')).toEqual(['archive'])
  expect(await keys('analyst')).toEqual(['churn', 'triage', 'summaries'])
  expect(await keys('newcomer')).toEqual([])
})

test('AD-03 nothing is created in a hidden use case: it does not exist', async () => {
  const { as } = acme()
  const create = { kind: 'dataset', project: 'churn', name: 'Mine' }
  expect(await refusal(as('archivist').artifacts.create(create))).toMatchObject({
    status: 404,
    code: 'not_found',
  })
})

test('AD-03 reading: everyone who sees a use case sees its shares', async () => {
  const { as } = acme()
  const { data } = await as('watcher').projects.members.list('churn')
  expect(data).toHaveLength(2)
  expect(await refusal(as('archivist').projects.members.list('churn'))).toMatchObject({
    status: 404,
  })
})

test('AD-03 a user in no team sees the shares of no use case', async () => {
  expect(await outcomeOf(acme().as('newcomer'), 'projects.members.list')).toBe('no')
})
