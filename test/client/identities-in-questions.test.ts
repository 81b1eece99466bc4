import { createMock } from 'rolecall/mocks'
import { expect, test } from 'vitest'
import { cachedToken, type Client, createClient } from '../../src/index.ts'
import { person, current, sendersOf, questionsIn, functions, start } from './as-persons.ts'

test.each(functions.slice(0, 2))(
  'questions in one tick go together where the function answers %s',
  async (_, token) => {
    const { client, requests } = await start(token, ({ body }) => ({
      json: { evaluations: questionsIn(body)?.map(() => ({ decision: true })) },
    }))
    const ask = (name: string) =>
      person.run(name, () => [client.can('roles.list'), client.can('users.list')])
    await Promise.all([...ask('admin'), ...ask('lead'), ...ask('admin')])
    expect(sendersOf(requests)).toEqual(['Bearer tok_admin', 'Bearer tok_lead'])
  },
)

test('questions that wait for a cached token go together', async () => {
  const given = Promise.withResolvers<string>()
  const { client, requests } = await start(
    cachedToken(() => given.promise),
    ({ body }) => ({
      json: { evaluations: questionsIn(body)?.map(() => ({ decision: true })) },
    }),
  )
  const asked = [client.can('roles.list'), client.can('users.list'), client.can('teams.list')]
  given.resolve('tok_program')
  await Promise.all(asked)
  expect(requests).toHaveLength(1)
})

test('the mock tells interleaved requests apart, questions and abilities too', async () => {
  const mock = createMock()
  const client: Client = createClient({
    baseUrl: 'https://platform.example',
    fetch: mock.fetch,
    token: () => mock.token(person.getStore() ?? ''),
  })
  async function answer() {
    const [me, can, all, abilities] = await Promise.all([
      client.users.me(),
      client.can('teams.create', { key: 'quality' }),
      client.can.all({ create: ['teams.create', { key: 'quality' }], list: ['teams.list'] }),
      client.abilities(),
    ])
    return [me.email, can.allowed, all.create.allowed, abilities.can('teams.create')]
  }
  const [admin, lead] = await Promise.all([
    person.run('admin@acme.test', answer),
    person.run('lead@acme.test', answer),
  ])
  expect(admin).toEqual(['admin@acme.test', true, true, 'yes'])
  expect(lead).toEqual(['lead@acme.test', false, false, 'no'])
})

test('abilities over several pages are those of one person', async () => {
  const people = ['admin', 'lead']
  const { client, requests } = await start(
    () => people.shift() ?? 'nobody',
    ({ body }) => {
      const { page }: { page: { token?: string } } = JSON.parse(body)
      const name = page.token ? 'users.list' : 'roles.list'
      const next = page.token ? {} : { page: { next_token: 'more' } }
      return { json: { results: [{ name, properties: { outcome: 'yes' } }], ...next } }
    },
  )
  const abilities = await client.abilities()
  expect(abilities.outcomes).toEqual({ 'roles.list': 'yes', 'users.list': 'yes' })
  expect(sendersOf(requests)).toEqual(['Bearer admin', 'Bearer admin'])
})

test('a refused question renews the token of its own caller', async () => {
  const { client, requests } = await start(
    ({ refused }) => `${current()}${refused ? '_new' : ''}`,
    ({ headers, body }) =>
      headers.authorization?.endsWith('_new')
        ? { json: { evaluations: questionsIn(body)?.map(() => ({ decision: true })) } }
        : { status: 401 },
  )
  const ask = (name: string) =>
    person.run(name, () => client.can.all([['roles.list'], ['users.list']]))
  await Promise.all([ask('admin'), ask('lead')])
  expect(sendersOf(requests)).toEqual([
    'Bearer tok_admin',
    'Bearer tok_admin_new',
    'Bearer tok_lead',
    'Bearer tok_lead_new',
  ])
})
