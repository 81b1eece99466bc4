import { hashKey } from '@tanstack/query-core'
import { type Client, createClient, RolecallError } from 'rolecall'
import { createMock } from 'rolecall/mocks'
import { queries } from 'rolecall/query'
import { describe, expect, test } from 'vitest'
import { createDecisions, keyOf } from '../../src/react/decisions.ts'
import { startServer } from '../support/recording-server.ts'
import { start, impossible } from './any-call.ts'

describe.each(impossible)('%s', (_, value, said) => {
  const message = (place: string) => `${place} must be what JSON can hold, not ${said}`

  /** The message of each kind of call; nothing was sent. */
  async function expectRefused(
    calls: (client: Client) => readonly (readonly [Promise<unknown>, place: string])[],
  ) {
    const { client, requests } = await start()
    for (const [call, place] of calls(client)) {
      const error: unknown = await call.catch((error: unknown) => error)
      expect(error).toBeInstanceOf(RolecallError)
      expect(error).toHaveProperty('message', message(place))
    }
    expect(requests).toEqual([])
  }

  test('is refused in a body, by its place', async () => {
    await expectRefused(({ call }) => [
      [call<string>('organization.updatePlan', { seats: value }), 'organization.updatePlan: seats'],
      [call<string>('roles.create', value), 'roles.create: the body'],
      [
        call<string>('users.update', 'a', { teams: { support: value } }),
        'users.update: teams.support',
      ],
      [
        call<string>('roles.create', { key: 'a', permissions: ['a', value] }),
        'roles.create: permissions[1]',
      ],
      [
        call<string>('artifacts.create', { data: { rows: [{}, { at: [value] }] } }),
        'artifacts.create: data.rows[1].at[0]',
      ],
    ])
  })

  test('is refused in a patch that a function makes', async () => {
    const { origin, requests } = await startServer(() => ({ json: { etag: 'v1' } }))
    const patched = createClient({ baseUrl: origin }).call<string>('teams.update', 'a', () => ({
      name: value,
    }))
    await expect(patched).rejects.toThrow(message('teams.update: name'))
    expect(requests.map(({ method }) => method)).toEqual(['GET'])
  })

  test('is refused in a question, by the name of its operation', async () => {
    await expectRefused(({ access, can }) => [
      [can<string>('organization.updatePlan', { seats: value }), 'organization.updatePlan: seats'],
      [
        access.evaluate({
          subject: { type: 'user', id: 'me' },
          action: { name: 'organization.updatePlan' },
          resource: { type: 'organization', id: 'current' },
          context: { rolecall: { args: [{ seats: value }] } },
        }),
        'access.evaluate: context.rolecall.args[0].seats',
      ],
    ])
  })

  test('fails alone among the questions of one tick', async () => {
    const { client, requests } = await start()
    const wrong = client.can<string>('organization.updatePlan', { seats: value })
    const right = client.can<string>('organization.updatePlan', { seats: null })
    await expect(wrong).rejects.toThrow(message('seats'))
    expect(await right).toMatchObject({ allowed: true })
    expect(requests.map(({ url }) => url)).toEqual(['/access/v1/evaluation'])
  })

  test('does not match another question', () => {
    const { organization } = queries(createMock().client({ as: 'admin@acme.test' }))
    const options: (body: object) => { queryKey: readonly unknown[] } =
      organization.updatePlan.canOptions
    const [wrong, none, empty] = [value, null, {}].map((seats) =>
      hashKey(options({ seats }).queryKey),
    )
    expect(wrong).not.toBe(none)
    expect(wrong).not.toBe(empty)
  })

  test('is a question without an answer for a component', async () => {
    const { client } = await start()
    const decisions = createDecisions((operation, ...args) =>
      client.can<string>(operation, ...args),
    )
    const question = { operation: 'organization.updatePlan', args: [{ seats: value }] } as const
    const key = keyOf(question)
    expect(key).not.toBe(keyOf({ ...question, args: [{ seats: null }] }))
    expect(key).not.toBe(keyOf({ ...question, args: [{ seats: {} }] }))
    await new Promise<void>((resolve) => void decisions.watch(key, question, resolve))
    expect(decisions.get(key)).toMatchObject({ status: 'failed', allowed: false })
  })
})
