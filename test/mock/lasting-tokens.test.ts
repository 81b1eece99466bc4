import { setupServer } from 'msw/node'
import { createClient } from 'rolecall'
import { createMock, type Mock } from 'rolecall/mocks'
import { handlers } from 'rolecall/mocks/msw'
import { serve } from 'rolecall/mocks/server'
import { describe, expect, onTestFinished, test } from 'vitest'
import { policies } from '../../mocks/policies/index.ts'

const over = (mock: Mock, token: string) =>
  createClient({ baseUrl: 'http://platform.test', token, fetch: mock.fetch })

const unknown = { status: 401, code: 'invalid_token' }

describe('a new mock with the same seed', () => {
  test.each(Object.values(policies))('accepts every token of the first ($name)', async (policy) => {
    const first = createMock({ policy, seed: 'mine' })
    const anew = createMock({ policy, seed: 'mine' })
    for (const { email } of first.users()) {
      expect((await over(anew, first.token(email)).users.me()).email).toBe(email)
    }
  })

  test('gives the same tokens', () => {
    expect(createMock({ seed: 7 }).token('lead@acme.test')).toBe(
      createMock({ seed: '7' }).token('LEAD@acme.test'),
    )
  })

  test('does not know users who signed up, until they do so again', async () => {
    const signUp = { signUp: true }
    const token = createMock().token('new@acme.test', signUp)
    const anew = createMock()
    await expect(over(anew, token).users.me()).rejects.toMatchObject(unknown)
    expect(anew.token('new@acme.test', signUp)).toBe(token)
    expect((await over(anew, token).users.me()).email).toBe('new@acme.test')
    anew.reset()
    await expect(over(anew, token).users.me()).rejects.toMatchObject(unknown)
  })

  test('knows a created user once they are created again, but no removed one', async () => {
    const first = createMock()
    const person = { email: 'made@acme.test', teams: { support: true } } as const
    await first.client({ as: 'admin@acme.test' }).users.create(person)
    const token = first.token(person.email)
    const anew = createMock()
    await expect(over(anew, token).users.me()).rejects.toMatchObject(unknown)
    const admin = anew.client({ as: 'admin@acme.test' })
    await admin.users.create(person)
    await expect(over(anew, token).users.me()).resolves.toMatchObject({ status: 'active' })
    await admin.users.remove(person.email)
    await expect(over(anew, token).users.me()).resolves.toMatchObject({ status: 'pending' })
    await expect(over(anew, token).projects.list()).rejects.toMatchObject({ code: 'not_a_member' })
  })

  test('does not know a user whose creation was refused', async () => {
    const mock = createMock()
    const token = createMock().token('made@acme.test', { signUp: true })
    const made = mock.client({ as: 'admin@acme.test' }).users.create({
      email: 'made@acme.test',
      teams: { support: 'nothing' },
    })
    await expect(made).rejects.toMatchObject({ status: 422 })
    await expect(over(mock, token).users.me()).rejects.toMatchObject(unknown)
  })
})

test('a token of a mock with another seed is refused', async () => {
  const token = createMock({ seed: 'theirs' }).token('admin@acme.test')
  await expect(over(createMock({ seed: 'mine' }), token).users.me()).rejects.toMatchObject(unknown)
})

test('a server restarted on its port accepts the token of a client', async () => {
  const first = createMock()
  const before = await serve(first, { port: 0 })
  const { url, port } = before
  const client = createClient({ baseUrl: url, token: first.token('lead@acme.test'), retries: 0 })
  await expect(client.users.me()).resolves.toHaveProperty('email', 'lead@acme.test')
  await before.close()
  const again = await serve(createMock(), { port })
  onTestFinished(() => again.close())
  await expect(client.users.me()).resolves.toHaveProperty('email', 'lead@acme.test')
})

test('new handlers for MSW accept the token of a page', async () => {
  const baseUrl = 'https://platform.example'
  const token = createMock().token('lead@acme.test')
  const server = setupServer(...handlers(createMock(), { baseUrl }))
  server.listen()
  onTestFinished(() => server.close())
  const client = createClient({ baseUrl, token })
  await expect(client.users.me()).resolves.toHaveProperty('email', 'lead@acme.test')
  server.resetHandlers(...handlers(createMock(), { baseUrl }))
  await expect(client.users.me()).resolves.toHaveProperty('email', 'lead@acme.test')
})
