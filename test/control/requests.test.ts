import { NotFoundError } from 'rolecall'
import { createMock, type Mock } from 'rolecall/mocks'
import { createControl, type TracedNeed } from 'rolecall/mocks/control'
import { describe, expect, test } from 'vitest'
import { places } from './controlled.ts'

/** All outcomes in a tree, the root first. */
const outcomesIn = (need: TracedNeed): readonly string[] => {
  const parts = 'all' in need ? need.all : 'any' in need ? need.any : []
  return [need.outcome, ...parts.flatMap(outcomesIn)]
}

describe.each(Object.entries(places))('a request of the log, %s', (_, place) => {
  test('has the answer that was sent', async () => {
    const { control } = await place()
    const lead = await control.client({ as: 'lead@acme.test' })
    const { data, response } = await lead.users.me().withResponse()
    const { request, answer } = await control.requests.get(
      response.headers.get('X-Request-Id') ?? '',
    )
    expect(request).toMatchObject({ operation: 'users.me', status: 200, ms: expect.any(Number) })
    expect(answer).toMatchObject({ status: 200, body: data })
    expect(answer?.headers.ETag).toBe(response.headers.get('ETag'))
  })

  test('has the problem of a refusal, and a tree of what its rules need', async () => {
    const { control } = await place()
    const lead = await control.client({ as: 'lead@acme.test' })
    await lead.roles.create({ key: 'mine', permissions: [] }).catch(() => undefined)
    const id = (await control.requests()).at(-1)?.id ?? ''
    const { answer, trace = [] } = await control.requests.get(id)
    expect(answer).toMatchObject({ status: 403, body: { code: 'permission_denied' } })
    expect(trace.map(({ rule, outcome }) => [rule, outcome])).toContainEqual(['AD-04', 'no'])
    const denied = trace.find(({ outcome }) => outcome === 'no')
    expect(denied && outcomesIn(denied.needs)).toContain('no')
    expect(JSON.stringify(denied)).toContain('admin:manage_roles')
  })

  test('shows no secret, and leaves out long bodies', async () => {
    const { mock, control } = await place()
    const admin = await control.client({ as: 'admin@acme.test' })
    const { apiKey } = await admin.users.create({ email: 'bot@acme.test', type: 'service' })
    const created = (await control.requests()).at(-1)?.id ?? ''
    const detail = await control.requests.get(created)
    expect(apiKey).toMatch(/^rck_/)
    expect(JSON.stringify(detail)).not.toContain(apiKey)
    expect(JSON.stringify(detail)).not.toContain(mock.token('admin@acme.test'))
    await admin.policy.get()
    const { answer } = await control.requests.get((await control.requests()).at(-1)?.id ?? '')
    expect(answer?.body).toBeUndefined()
    expect(answer?.omitted).toMatch(/^The log leaves out the body: it has \d+ characters\.$/)
  })

  test('is 404 if the log does not have it', async () => {
    const { control } = await place()
    await expect(control.requests.get('req_nothing')).rejects.toBeInstanceOf(NotFoundError)
  })
})

test('answers of the newest 1,000 are kept', async () => {
  const mock: Mock = createMock()
  const lead = mock.client({ as: 'lead@acme.test' })
  const control = createControl({ mock })
  for (let count = 0; count <= 1000; count += 1) await lead.users.me()
  const answers = [0, 1].map((at) => control.requests.get(mock.requests[at]?.id ?? ''))
  const [first, second] = await Promise.all(answers)
  expect([first?.answer, second?.answer?.status]).toEqual([undefined, 200])
  expect(first?.request.operation).toBe('users.me')
})
