import { createMock } from 'rolecall/mocks'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

// Like the Headers of happy-dom, which keep names as written.
beforeEach(() => {
  const { forEach } = Headers.prototype
  vi.spyOn(Headers.prototype, 'forEach').mockImplementation(function (this: Headers, visit) {
    forEach.call(this, (value, name, all) => {
      visit(
        value,
        name.replaceAll(/\b[a-z]/g, (letter) => letter.toUpperCase()),
        all,
      )
    })
  })
})

afterEach(() => void vi.restoreAllMocks())

test('in process, header names are case-insensitive', async () => {
  const mock = createMock()
  const { teams } = mock.client({ as: 'admin@acme.test' })

  const before = await teams.create({ key: 'kept' })
  await teams.update('kept', { name: 'Changed' }, { ifMatch: before.etag })
  await expect(teams.delete('kept', { ifMatch: before.etag })).rejects.toMatchObject({
    status: 412,
  })
  expect((await teams.get('kept')).name).toBe('Changed')

  const create = () => teams.create({ key: 'once' }, { idempotencyKey: 'once' }).withResponse()
  const [first, second] = [await create(), await create()]
  expect(second.response.headers.get('idempotency-replayed')).toBe('true')
  expect(second.data).toEqual(first.data)
})
