import { beforeEach, describe, expect, test } from 'vitest'
import { createMock, type Mock } from '../../mocks/index.ts'
import { as, at, column, text } from './ask.ts'

let mock: Mock
beforeEach(() => {
  mock = createMock()
})

const share = (team: string, more: object = {}) => ({
  subject: { type: 'team', id: team },
  roles: { project: 'read-only' },
  ...more,
})

describe('projects', () => {
  test("belong to a team, which has the owner's entry from the start", async () => {
    const lead = as(mock, 'lead@acme.test')
    const made = await lead('POST /v1/projects', { key: 'forecast', team: 'research' })
    expect(made.status).toBe(201)
    const me = (await lead('GET /v1/me')).body
    expect(made.body).toMatchObject({
      key: 'forecast',
      name: 'forecast',
      team: 'research',
      tags: [],
      creator: me.id,
      private: false,
    })
    const { body } = await lead('GET /v1/projects/forecast/members')
    expect(body.data).toMatchObject([{ isOwner: true, status: 'accepted', roles: {} }])
  })

  test('need a team here', async () => {
    const { status, body } = await as(mock, 'lead@acme.test')('POST /v1/projects', { key: 'x' })
    expect([status, column({ data: body.errors }, 'pointer')]).toEqual([422, ['/team']])
  })

  test('are deleted with their contents', async () => {
    const lead = as(mock, 'lead@acme.test')
    expect((await lead('DELETE /v1/projects/churn')).status).toBe(204)
    expect(mock.state).not.toContain('"project":"churn"')
    expect((await lead('GET /v1/projects/churn')).status).toBe(404)
  })

  test('a model that was attached to a deleted one stays, detached', async () => {
    const support = as(mock, 'support-lead@acme.test')
    await support('DELETE /v1/projects/triage')
    const { body } = await as(mock, 'lead@acme.test')('GET /v1/artifacts?project=churn&kind=model')
    expect(body.data).toMatchObject([{ name: 'churn-small', attachedTo: [] }])
  })
})

describe('sharing', () => {
  test("lets the other team see it, and do no more than the share's role", async () => {
    const bridge = as(mock, 'bridge@acme.test')
    const watcher = as(mock, 'support-lead@acme.test')
    expect((await watcher('GET /v1/projects/summaries')).status).toBe(404)
    const { status, body } = await bridge('POST /v1/projects/summaries/members', share('support'))
    expect(status).toBe(201)
    expect((await watcher('GET /v1/projects/summaries')).status).toBe(200)
    expect((await watcher('PATCH /v1/projects/summaries', { name: 'Ours' })).status).toBe(403)
    const member = `/v1/projects/summaries/members/${text(body, 'id')}`
    await bridge(`PATCH ${member}`, { roles: { project: 'admin' } })
    expect((await watcher('PATCH /v1/projects/summaries', { name: 'Ours' })).status).toBe(200)
    expect((await bridge(`DELETE ${member}`)).status).toBe(204)
    expect((await watcher('GET /v1/projects/summaries')).status).toBe(404)
  })

  test('names the subject by key or id, and answers by id', async () => {
    const bridge = as(mock, 'bridge@acme.test')
    const { body } = await bridge('POST /v1/projects/summaries/members', share('support'))
    const team = (await as(mock, 'admin@acme.test')('GET /v1/teams/support')).body
    expect(body.subject).toEqual({ type: 'team', id: team.id })
  })

  test('twice, with the owning team or with a person, is refused', async () => {
    const bridge = as(mock, 'bridge@acme.test')
    const add = async (body: object) => {
      const answer = await bridge('POST /v1/projects/churn/members', body)
      return [answer.status, answer.body.code]
    }
    expect(await add(share('support'))).toEqual([409, 'already_exists'])
    expect(await add(share('research'))).toEqual([409, 'owning_team'])
    const person = { ...share(''), subject: { type: 'user', id: 'lead@acme.test' } }
    expect((await add(person))[0]).toBeGreaterThanOrEqual(400)
    expect(await add(share('nobody'))).toEqual([422, 'unknown_reference'])
  })

  test('the owning team cannot be removed', async () => {
    const bridge = as(mock, 'bridge@acme.test')
    const entries = (await bridge('GET /v1/projects/churn/members')).body
    const { status, body } = await bridge(
      `DELETE /v1/projects/churn/members/${text(entries, 'data', 0, 'id')}`,
    )
    expect([status, body.code]).toEqual([409, 'owning_team'])
  })
})

describe('artifacts', () => {
  const model = async (ask: ReturnType<typeof as>) =>
    text((await ask('GET /v1/artifacts?kind=model')).body, 'data', 0, 'id')

  test('are created with their creator, and answered as they are', async () => {
    const scientist = as(mock, 'scientist@acme.test')
    const { status, body } = await scientist('POST /v1/artifacts', {
      kind: 'dataset',
      project: 'churn',
      name: 'customers-2026',
      data: { rows: 3, deep: { a: 1, b: 2 } },
    })
    expect(status).toBe(201)
    expect(body).toMatchObject({
      project: 'churn',
      creator: (await scientist('GET /v1/me')).body.id,
    })
    expect((await scientist(`GET /v1/artifacts/${text(body, 'id')}`)).body).toEqual(body)
  })

  test('an unknown kind is 422, an unknown or hidden project 404, an action that the kind lacks is not offered', async () => {
    const scientist = as(mock, 'scientist@acme.test')
    const create = async (body: object) => (await scientist('POST /v1/artifacts', body)).body.code
    expect(await create({ kind: 'datset', project: 'churn', name: 'x' })).toBe('unknown_reference')
    expect(await create({ kind: 'dataset', project: 'chrun', name: 'x' })).toBe('not_found')
    expect(await create({ kind: 'dataset', project: 'archive', name: 'x' })).toBe('not_found')
    const id = await model(scientist)
    const run = await scientist(`POST /v1/artifacts/${id}/actions/explode`)
    expect([run.status, run.body.code]).toEqual([403, 'operation_not_offered'])
  })

  test('data is merged as RFC 7396 says', async () => {
    const bridge = as(mock, 'bridge@acme.test')
    const id = await model(bridge)
    const update = async (data: object) =>
      (await bridge(`PATCH /v1/artifacts/${id}`, { data })).body.data
    expect(await update({ a: { b: 1, c: 2 }, list: [1] })).toEqual({
      parameters: 8_000_000_000,
      a: { b: 1, c: 2 },
      list: [1],
    })
    expect(await update({ a: { b: null, d: 3 }, list: [2, 3], parameters: null })).toEqual({
      a: { c: 2, d: 3 },
      list: [2, 3],
    })
  })

  test('a model is attached to a further project, once, and detached', async () => {
    const bridge = as(mock, 'bridge@acme.test')
    const id = await model(bridge)
    const run = async (name: string, project: string) => {
      const { status, body } = await bridge(`POST /v1/artifacts/${id}/actions/${name}`, { project })
      return [status, at(body, 'artifact', 'attachedTo') ?? body.code]
    }
    expect(await run('attach', 'summaries')).toEqual([200, ['triage', 'summaries']])
    expect(await run('attach', 'summaries')).toEqual([409, 'already_exists'])
    expect(await run('detach', 'summaries')).toEqual([200, ['triage']])
    expect(await run('detach', 'summaries')).toEqual([409, 'invalid_state'])
    expect(await run('detach', 'churn')).toEqual([409, 'invalid_state'])
    expect((await bridge(`POST /v1/artifacts/${id}/actions/attach`)).status).toBe(422)
  })

  test('an action without a body answers the artifact', async () => {
    const bridge = as(mock, 'bridge@acme.test')
    const { status, body } = await bridge(
      `POST /v1/artifacts/${await model(bridge)}/actions/deploy`,
    )
    expect(status).toBe(200)
    expect(body).toMatchObject({ action: 'deploy', artifact: { name: 'churn-small' } })
  })
})
