import { expect, test } from 'vitest'
import { check } from './checks.ts'
import {
  active,
  admin,
  alice,
  archived,
  bob,
  context,
  first,
  question,
  read,
  remove,
  second,
  write,
} from './fixture.ts'
import { serveFixture } from './pdp.ts'

const pdp = serveFixture()

const decides = async (asked: object, decision: boolean) => {
  expect(await pdp.bodyOf('evaluation', asked), JSON.stringify(asked)).toEqual({ decision })
}

const refuses = async (asked: unknown, headers?: Record<string, string>) => {
  const { status } = await pdp.ask('evaluation', asked, headers)
  expect(status, JSON.stringify(asked)).toBe(400)
}

const decisions = [
  [alice, read, first, true],
  [alice, write, first, true],
  [bob, read, first, true],
  [bob, write, first, false],
  [alice, write, archived, false],
  [admin, write, archived, true],
  [alice, remove(true), first, true],
  [alice, remove(false), first, false],
] as const

test(check('c-1-4'), async () => {
  for (const [subject, action, resource, decision] of decisions) {
    await decides({ subject, action, resource }, decision)
    await decides({ subject, action, resource, context }, decision)
  }
  // The resource's status decides, and not its id.
  const named = { ...first, properties: { status: 'archived' } }
  await decides({ subject: alice, action: write, resource: named }, false)
  // Anybody with the property is an admin.
  const other = { ...alice, properties: { role: 'admin' } }
  await decides({ subject: other, action: write, resource: archived }, true)
})

test(check('c-2-1'), () => decides(question, true))
test(check('c-2-2-1'), () => decides(question, true))
test(check('c-2-2-2'), () => decides({ subject: bob, action: write, resource: first }, false))
test(check('c-2-2-3'), () => decides({ ...question, context }, true))
test(check('c-2-2-4'), () => decides({ subject: alice, action: write, resource: archived }, false))
test(check('c-2-2-5'), () => decides({ subject: admin, action: write, resource: archived }, true))
test(check('c-2-2-6'), () => decides({ ...question, action: remove(true) }, true))
test(check('c-2-2-7'), () => decides({ ...question, action: remove(false) }, false))

test(check('c-2-2-8'), () =>
  decides(
    {
      subject: { ...alice, properties: { department: 'Sales', role: 'manager' } },
      action: { ...read, properties: { method: 'GET' } },
      resource: { ...first, properties: { status: 'active', owner: 'bob' } },
    },
    true,
  ),
)

test(check('c-2-2-9'), () => decides({ ...question, foo: 'bar', future: { nested: true } }, true))

test(check('c-2-3-1'), async () => {
  for (const resource of [first, second, active, { type: 'record', id: 'none' }]) {
    const { body } = await pdp.ask('evaluation', { ...question, resource })
    expect(body).toEqual({ decision: expect.any(Boolean) })
  }
})

test(check('c-2-3-2'), async () => {
  const asked = { subject: bob, action: write, resource: first }
  const explained = { ...asked, context: { rolecall: { explain: true } } }
  const { body } = await pdp.ask('evaluation', explained)
  expect(body).toMatchObject({ decision: false, context: { rule: 'CS-02' } })
})

test(check('c-2-4-1'), async () => {
  await refuses({ action: read, resource: first })
  await refuses({ subject: alice, resource: first })
  await refuses({ subject: alice, action: read })
})

test(check('c-2-4-2'), async () => {
  await refuses({ ...question, subject: { id: 'alice' } })
  await refuses({ ...question, subject: { type: 'user' } })
  await refuses({ ...question, action: {} })
  await refuses({ ...question, resource: { id: 'record-1' } })
  await refuses({ ...question, resource: { type: 'record' } })
})

test(check('c-2-4-3'), async () => {
  for (const type of ['text/plain', 'application/xml', 'application/x-www-form-urlencoded']) {
    await refuses(question, { 'content-type': type })
  }
})

test(check('c-2-4-4'), () => refuses('{"subject": '))
test(check('c-2-4-5'), () => refuses(''))

test(check('c-2-4-6'), async () => {
  await refuses({ ...question, subject: 'alice' })
  await refuses({ ...question, action: { name: 123 } })
})

test(check('c-2-5-1'), async () => {
  const id = 'bfe9eb29-ab87-4ca3-be83-a1d5d8305716'
  for (const asked of [question, {}]) {
    const { headers } = await pdp.ask('evaluation', asked, { 'x-request-id': id })
    expect(headers.get('x-request-id')).toBe(id)
  }
})

test(check('c-2-5-2'), async () => {
  const { status, headers } = await pdp.ask('evaluation', question)
  expect(status).toBe(200)
  expect(headers.get('x-request-id')).toMatch(/./)
})

test(check('c-2-6'), async () => {
  for (const [subject, action, resource, decision] of decisions) {
    for (let turn = 0; turn < 3; turn += 1) await decides({ subject, action, resource }, decision)
  }
})
