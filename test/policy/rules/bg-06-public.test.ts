import { describe, expect, test } from 'vitest'
import { bigml } from '../../../mocks/policies/index.ts'
import { acmeOf, email } from '../../support/acme-of.ts'
import { denial, refusal } from '../../support/refusal.ts'

const forbidden = { status: 409, code: 'invalid_state' }

test.each(['lead', 'analyst', 'contractor', 'guest'])(
  'BG-06 %s writes in a public project',
  async (name) => {
    const { as, artifact } = acmeOf(bigml)
    const { artifacts } = as(name)
    await artifacts.create({ kind: 'dataset', project: 'triage', name: 'New' })
    await artifacts.delete(await artifact('tickets-2025'))
    await artifacts.run(await artifact('triage-small'), 'predict_locally', {})
  },
)

test('BG-06 reading: a project is public unless it is made private', async () => {
  const { as } = acmeOf(bigml)
  expect(await as('lead').projects.create({ key: 'open' })).toMatchObject({ private: false })
  await as('guest').artifacts.create({ kind: 'source', project: 'open', name: 'Ours' })
})

describe('BG-06 a public project is administered by its creator, the owner and the admins', () => {
  test.each(['support-lead', 'admin', 'manager'])('by %s', async (name) => {
    const { projects } = acmeOf(bigml).as(name)
    await projects.update('triage', { name: 'Ours', tags: [] })
    await projects.update('triage', { private: true })
    await projects.delete('triage')
  })

  test.each(['lead', 'guest', 'contractor'])('not by %s', async (name) => {
    const { projects } = acmeOf(bigml).as(name)
    expect(await denial(projects.update('triage', { name: 'Mine' }))).toMatchObject({
      rule: 'BG-05',
    })
    expect(await denial(projects.update('triage', { private: true }))).toMatchObject({
      rule: 'BG-07',
    })
    expect(await denial(projects.delete('triage'))).toMatchObject({ rule: 'BG-05' })
  })
})

describe('BG-06 levels and users of a public project', () => {
  const roles = { project: 'admin' } as const
  const newcomer = { subject: { type: 'user', id: email('guest') }, roles } as const

  test.each(['support-lead', 'admin', 'manager'])('%s cannot invite or edit them', async (name) => {
    const { as, entry, mock } = acmeOf(bigml)
    const id = await entry('triage', 'analyst')
    const { members } = as(name).projects
    const before = mock.state
    expect(await refusal(members.add('triage', newcomer))).toMatchObject(forbidden)
    expect(await refusal(members.update('triage', id, { roles }))).toMatchObject(forbidden)
    expect(await refusal(members.remove('triage', id))).toMatchObject(forbidden)
    expect(mock.state).toBe(before)
  })

  test.each(['lead', 'contractor'])('%s is denied it', async (name) => {
    const { as, entry } = acmeOf(bigml)
    const id = await entry('triage', 'analyst')
    const { members } = as(name).projects
    expect(await denial(members.add('triage', newcomer))).toMatchObject({ rule: 'BG-08' })
    expect(await denial(members.update('triage', id, { roles }))).toMatchObject({ rule: 'BG-05' })
  })

  test('is impossible for everyone, and the message blames the state of the project', async () => {
    const { access } = acmeOf(bigml).as('admin')
    const question = {
      subject: { type: 'user', id: 'me' },
      action: { name: 'project:invite_users' },
      context: { rolecall: { explain: true } },
    }
    const resource = (id: string) => ({ type: 'project', id })
    expect(await access.evaluate({ ...question, resource: resource('churn') })).toMatchObject({
      decision: true,
    })
    const { decision, context } = await access.evaluate({
      ...question,
      resource: resource('triage'),
    })
    expect(decision).toBe(false)
    expect(context).toMatchObject({ rule: 'BG-06', status: 409, alternatives: [] })
    expect(context?.final).toContain('public')
  })
})
