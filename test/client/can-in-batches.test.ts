import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { AbortedError, AuthenticationError, RolecallError } from '../../src/index.ts'
import { at } from '../mock/ask.ts'
import { problemAnswer } from '../support/problem.ts'
import { start, sizes } from './batches.ts'

describe('questions asked in one tick', () => {
  test('go in one request, and each gets its own answer', async () => {
    const { client, requests } = await start()
    const asked = Array.from({ length: 100 }, (_, index) =>
      index % 2
        ? client.can('users.get', `usr_${index}`)
        : client.can('users.list', { limit: index + 1 }),
    )
    const decisions = await Promise.all(asked)
    expect(decisions.map(({ allowed }) => allowed)).toEqual(
      asked.map((_, index) => index % 2 === 0),
    )
    expect(requests.map(({ url }) => url)).toEqual(['/access/v1/evaluations'])
    expect(sizes(requests)).toEqual([100])
  })

  test('go in as many requests as the limit of the document demands', async () => {
    const { client, requests } = await start()
    const schemas: unknown = parse(readFileSync('openapi/schemas/access.yaml', 'utf8'))
    const longest = Number(
      at(schemas, 'EvaluationsRequest', 'properties', 'evaluations', 'maxItems'),
    )
    await Promise.all(
      Array.from({ length: 2 * longest + 1 }, (_, index) =>
        client.can('users.get', `usr_${index}`),
      ),
    )
    expect(sizes(requests).toSorted((one, other) => one - other)).toEqual([1, longest, longest])
  })

  test('are sent once if they are the same', async () => {
    const { client, requests } = await start()
    const same = [1, 2, 3].map(() => client.can('roles.update', 'reviewer', { name: 'R' }))
    const other = client.can('roles.update', 'reviewer', { name: 'S' })
    expect(await Promise.all([...same, other])).toHaveLength(4)
    expect(sizes(requests)).toEqual([2])
  })

  test('go to access.evaluate if there is only one', async () => {
    const { client, requests } = await start()
    await Promise.all([client.can('roles.list'), client.can('roles.list')])
    await client.can('teams.list')
    expect(requests.map(({ url }) => url)).toEqual([
      '/access/v1/evaluation',
      '/access/v1/evaluation',
    ])
  })

  test('are sent apart if their options differ', async () => {
    const { client, requests } = await start()
    await Promise.all([
      client.can('roles.list'),
      client.can('users.list'),
      client.can('roles.list', {}, { headers: { 'X-App': 'tour' } }),
      client.can('users.list', {}, { headers: { 'X-App': 'tour' } }),
      client.can('roles.list', {}, { timeout: 5_000 }),
      client.can('roles.list', {}, { timeout: Infinity }),
    ])
    expect(sizes(requests).toSorted((one, other) => one - other)).toEqual([1, 1, 2, 2])
    expect(requests.filter(({ headers }) => headers['x-app'] === 'tour')).toHaveLength(1)
  })

  test('fail together, each with the error', async () => {
    const { client } = await start(() => problemAnswer(401, 'unauthenticated'))
    const asked = [client.can('roles.list'), client.can('users.list')]
    for (const { status, ...rest } of await Promise.allSettled(asked)) {
      expect([status, at(rest, 'reason')]).toEqual(['rejected', expect.any(AuthenticationError)])
    }
  })

  test('fail alone for an invalid question', async () => {
    const { client, requests } = await start()
    const wrong = client.can('users.get', '..')
    const right = client.can('users.list')
    await expect(wrong).rejects.toThrow(RolecallError)
    expect((await right).allowed).toBe(true)
    expect(sizes(requests)).toEqual([1])
  })

  test('reject if the server leaves an answer out', async () => {
    const { client } = await start(() => ({ json: { evaluations: [{ decision: true }] } }))
    const asked = [client.can('roles.list'), client.can('users.list')]
    for (const one of asked) {
      await expect(one).rejects.toThrow(
        'access.evaluateAll was answered 200 OK with 1 answers to 2 questions',
      )
    }
  })
})

describe('a signal', () => {
  test('ends one question, and leaves the others', async () => {
    const { client, requests } = await start()
    const controller = new AbortController()
    const left = client.can('users.list', {}, { signal: controller.signal })
    const kept = client.can('roles.list')
    controller.abort('gone')
    await expect(left).rejects.toThrow(AbortedError)
    await expect(left).rejects.toMatchObject({ cause: 'gone' })
    expect((await kept).allowed).toBe(true)
    expect(requests).toHaveLength(1)
  })

  test('of every caller ends the request', async () => {
    const controllers = [new AbortController(), new AbortController()]
    const closed = Promise.withResolvers<boolean>()
    const { client } = await start((_, response) => {
      response.on('close', () => closed.resolve(!response.writableEnded))
      for (const controller of controllers) controller.abort()
    })
    const asked = controllers.map(({ signal }, index) =>
      client.can('users.get', `usr_${index}`, { signal }),
    )
    for (const one of asked) await expect(one).rejects.toThrow(AbortedError)
    expect(await closed.promise).toBe(true)
  })

  test('of every caller, before the tick ends, leaves nothing to send', async () => {
    const { client, requests } = await start()
    const asked = client.can('users.list', {}, { signal: AbortSignal.abort() })
    await expect(asked).rejects.toThrow(AbortedError)
    await client.can('roles.list')
    expect(sizes(requests)).toEqual([1])
  })

  test('that ended one question does not end the same question asked again at once', async () => {
    const { client, requests } = await start()
    const controller = new AbortController()
    const left = client.can('users.list', undefined, { signal: controller.signal })
    controller.abort()
    const again = client.can('users.list')
    await expect(left).rejects.toThrow(AbortedError)
    expect((await again).allowed).toBe(true)
    expect(sizes(requests)).toEqual([1])
  })
})
