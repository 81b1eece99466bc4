import { createClient } from 'rolecall'
import { createMock } from 'rolecall/mocks'
import { expect, test } from 'vitest'

test.each([
  'https://corp.example',
  'https://corp.example/ai-platform',
  'https://gateway.example/ai/v1',
  'https://corp.example/ai%20platform/access',
])('in process, a mock is found at %s', async (baseUrl) => {
  const mock = createMock()
  const token = mock.token('admin@acme.test')
  const client = createClient({ baseUrl, token, fetch: mock.fetch })
  const team = await client.teams.create({ key: 'legal' })
  await expect(client.teams.get(team.id)).resolves.toEqual(team)
  expect((await client.can('teams.delete', 'legal')).allowed).toBe(true)
  await expect(client.access.configuration()).resolves.toMatchObject({
    policy_decision_point: baseUrl,
    search_action_endpoint: `${baseUrl}/access/v1/search/action`,
  })
  const session = await mock.fetch(`${baseUrl}/__mock/sessions`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ user: 'lead@acme.test' }),
  })
  expect(await session.json()).toHaveProperty('token')
})

test('a client of a mock accepts another base URL too', async () => {
  const mock = createMock()
  const client = mock.client({ as: 'admin@acme.test' })
  const moved = client.withOptions({ baseUrl: 'https://corp.example/ai-platform' })
  await expect(moved.users.me()).resolves.toMatchObject({ email: 'admin@acme.test' })
})

test('a path outside the document is unknown, whatever its prefix', async () => {
  const { fetch } = createMock()
  for (const path of ['/ai-platform/v1/nothing', '/ai-platform', '/v1/me/x', '/ai/v1/me/x/']) {
    expect((await fetch(`https://corp.example${path}`)).status, path).toBe(404)
  }
})
