import { describe, expect, test } from 'vitest'
import { text } from './ask.ts'
import { platform, key, robot, on, isReplay, auditOf } from './replays.ts'

describe('a secret is answered once', () => {
  test.each([
    ['adaptive', 'POST /v1/users', robot, 'apiKey'],
    ['superannotate', 'POST /v1/tokens', { name: 'Export' }, 'value'],
  ] as const)('on %s, %s', async (policy, line, body, secret) => {
    const { mock, by } = on({ policy })
    const first = await by('admin')(line, body, key)
    const second = await by('admin')(line, body, key)
    expect([first.status, second.status, isReplay(second)]).toEqual([201, 201, 'true'])
    const { [secret]: value, ...shown } = first.body
    expect(value).toBeDefined()
    expect(second.body).toEqual(shown)
    expect(second.headers.get('etag')).toBe(first.headers.get('etag'))
    expect(mock.requests.map(({ replayed }) => replayed)).toEqual([undefined, true])
  })
})

test('a replayed deletion answers 204 again, with hidden projects too', async () => {
  const { mock, by } = on({ policy: 'ica' })
  const ids = new Set<string>()
  for (const { email } of mock.users()) {
    const listed = await mock
      .client({ as: email })
      .artifacts.list()
      .toArray()
      .catch(() => [])
    for (const { id } of listed) ids.add(id)
  }
  let deleted = 0
  for (const id of ids) {
    mock.reset()
    const first = await by('owner')(`DELETE /v1/artifacts/${id}`, undefined, key)
    if (first.status !== 204) continue
    const second = await by('owner')(`DELETE /v1/artifacts/${id}`, undefined, key)
    expect([id, second.status, isReplay(second)]).toEqual([id, 204, 'true'])
    deleted += 1
  }
  expect(deleted).toBeGreaterThan(0)
})

describe('the audit and the log mark a replay', () => {
  test('with the target of the first call', async () => {
    const { mock, by } = on()
    const create = () => by('admin')('POST /v1/teams', { key: 'quality' }, key)
    const id = text((await create()).body, 'id')
    await create()
    const target = { type: 'team', id }
    const [first, second, ...more] = await auditOf(mock, 'teams.create')
    expect(first).toMatchObject({ allowed: true, status: 201, target })
    expect(first).not.toHaveProperty('replayed')
    expect(second).toMatchObject({ allowed: true, status: 201, target, replayed: true })
    expect(more).toEqual([])
  })

  test('and a key used for another body, or an invalid key, as refused', async () => {
    const { mock, by } = on()
    await by('admin')('POST /v1/teams', { key: 'quality' }, key)
    await by('admin')('POST /v1/teams', { key: 'other' }, key)
    const [, second] = await auditOf(mock, 'teams.create')
    expect(second).toMatchObject({ allowed: false, status: 422, code: 'idempotency_key_reused' })
  })
})

test('a caller without the right learns that before the conflict of bodies', async () => {
  const { by } = on()
  await by('platform')('POST /v1/teams', { key: 'quality' }, key)
  await by('admin')(`DELETE /v1/users/${platform}`)
  const other = await by('platform')('POST /v1/teams', { key: 'other' }, key)
  expect([other.status, other.body.code]).toEqual([403, 'not_a_member'])
})

test.each(['superannotate', 'peltarion', 'ica', 'bigml'] as const)(
  'on %s a replay answers the same',
  async (policy) => {
    const { by } = on({ policy })
    const create = () => by('admin')('POST /v1/projects', { key: 'quality' }, key)
    const first = await create()
    const second = await create()
    expect([first.status, second.status, isReplay(second)]).toEqual([201, 201, 'true'])
    expect(second.body).toEqual(first.body)
  },
)
