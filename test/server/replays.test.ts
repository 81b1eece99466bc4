import { setupServer } from 'msw/node'
import { createClient } from 'rolecall'
import { createMock, type Mock } from 'rolecall/mocks'
import { handlers } from 'rolecall/mocks/msw'
import { serve } from 'rolecall/mocks/server'
import { expect, onTestFinished, test } from 'vitest'

const baseUrl = 'https://platform.example'
const robot = { email: 'robot@acme.test', type: 'service' } as const
const platform = 'platform@acme.test'

type Surface = (mock: Mock) => Promise<{ baseUrl: string; fetch?: typeof fetch }>

const surfaces: Readonly<Record<string, Surface>> = {
  'in process': async (mock) => ({ baseUrl, fetch: mock.fetch }),
  'through MSW': async (mock) => {
    const server = setupServer(...handlers(mock, { baseUrl }))
    server.listen()
    onTestFinished(() => server.close())
    return { baseUrl }
  },
  'on a port': async (mock) => {
    const server = await serve(mock, { port: 0 })
    onTestFinished(() => server.close())
    return { baseUrl: server.url }
  },
}

test.each(Object.entries(surfaces))(
  '%s a replay is only for a caller who may still call, and has no secret',
  async (_, open) => {
    const mock: Mock = createMock()
    const surface = await open(mock)
    const as = (email: string) => createClient({ ...surface, token: mock.token(email) })
    const create = () => as(platform).users.create(robot, { idempotencyKey: 'robot' })
    const first = await create().withResponse()
    const second = await create().withResponse()
    const { apiKey, ...shown } = first.data
    expect(apiKey).toMatch(/^rck_/)
    expect(second.data).toEqual(shown)
    expect(second.response.status).toBe(201)
    expect(second.response.headers.get('idempotency-replayed')).toBe('true')

    await as('admin@acme.test').users.remove(platform)
    await expect(create()).rejects.toMatchObject({ status: 403, code: 'not_a_member' })
  },
)
