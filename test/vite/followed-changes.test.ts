import { createMock, type Mock } from 'rolecall/mocks'
import { adaptive } from 'rolecall/policies'
import { expect, test } from 'vitest'
import { applyChange, followChanges } from '../../mocks/mock/changes.ts'

const admin = 'admin@acme.test'

/** Two mocks, the second of which repeats each step of the first, as JSON. */
function pair(): readonly [Mock, Mock] {
  const [first, second] = [createMock(), createMock()]
  followChanges(first, (change) => applyChange(second, JSON.parse(JSON.stringify(change))))
  return [first, second]
}

const whole = (mock: Mock) => JSON.stringify([mock.snapshot(), mock.history, mock.outbox])

test('a mock that repeats each step of another is the same', async () => {
  const [first, second] = pair()
  const client = first.client({ as: admin })
  await client.teams.create({ key: 'one' })
  await client.users.update('reviewer@acme.test', { teams: { one: 'annotator' } })
  await expect(client.teams.create({ key: 'one' })).rejects.toThrow('taken')
  await client.users.list()
  expect(whole(second)).toBe(whole(first))
  first.clock.advance('1 day')
  first.seed({ users: [{ email: 'seeded@acme.test' }] })
  first.token('new@acme.test', { signUp: true })
  expect(whole(second)).toBe(whole(first))
  await client.users.remove('seeded@acme.test')
  expect(whole(second)).toBe(whole(first))
  first.undo()
  expect(JSON.stringify(second.snapshot())).toBe(JSON.stringify(first.snapshot()))
  first.reset()
  expect(whole(second)).toBe(whole(first))
})

test('it follows the pace of the clock', () => {
  const [first, second] = pair()
  first.clock.freeze()
  first.clock.advance('1 day')
  expect(second.clock.pace).toBe('frozen')
  expect(second.clock.now).toBe(first.clock.now)
  first.clock.run()
  first.clock.set('2030-01-01T00:00:00Z')
  expect(second.clock.pace).toBe('real')
  expect(second.clock.now).toMatch(/^2030-01-01T00:0/)
})

test('it follows another policy too', async () => {
  const [first, second] = pair()
  first.use({ ...adaptive, name: 'mine' })
  expect(second.policy.name).toBe('mine')
  await first.client({ as: admin }).teams.create({ key: 'one' })
  expect(whole(second)).toBe(whole(first))
})

test('what is no step is left alone', () => {
  const mock = createMock()
  const before = whole(mock)
  applyChange(mock, { call: { records: 'all' } })
  applyChange(mock, 'step')
  expect(whole(mock)).toBe(before)
  expect(() => applyChange(mock, { snapshot: {} })).toThrow('format')
})
