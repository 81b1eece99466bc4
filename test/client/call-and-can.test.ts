import { describe, expect, test } from 'vitest'
import { AuthenticationError, RolecallError } from '../../src/index.ts'
import { problemAnswer } from '../support/problem.ts'
import { type Answer } from '../support/recording-server.ts'
import { startClient } from '../support/recording-client.ts'

const start = (answer: Answer = { json: { data: [{ key: 'a' }], nextCursor: null } }) =>
  startClient(() => answer)

describe('call', () => {
  test('makes the same request as the method', async () => {
    const { client, requests } = await start()
    const options = { idempotencyKey: 'k', ifMatch: 'v1' }
    await client.projects.members.update('bot', 'mem_1', { rights: [] }, options)
    await client.call('projects.members.update', 'bot', 'mem_1', { rights: [] }, options)
    expect(requests[1]).toEqual(requests[0])
  })

  test('returns a list for a list operation', async () => {
    const { client, requests } = await start()
    expect(await client.call('roles.list').toArray()).toEqual([{ key: 'a' }])
    await client.call('projects.members.list', 'bot', { limit: 1 })
    expect(requests.map(({ url }) => url)).toEqual([
      '/v1/roles',
      '/v1/projects/bot/members?limit=1',
    ])
  })

  test('runs a remedy call as received', async () => {
    const { client, requests } = await start({ json: {} })
    const remedy: { operation: string; args: unknown[] } = JSON.parse(
      '{"operation":"users.update","args":["lead@acme.test",{"teams":{"admin":"platform_admin"}}]}',
    )
    await client.call(remedy.operation, ...remedy.args)
    expect(requests[0]).toMatchObject({
      method: 'PATCH',
      url: '/v1/users/lead%40acme.test',
      body: '{"teams":{"admin":"platform_admin"}}',
    })
  })

  test.each(['roles.nope', 'toString', '__proto__', ''])(
    'of %j, an unknown operation, is an error',
    async (operation: string) => {
      const { client, requests } = await start()
      const attempt = async () => client.call(operation)
      await expect(attempt()).rejects.toThrow(RolecallError)
      await expect(attempt()).rejects.toThrow(`There is no operation '${operation}'`)
      expect(requests).toEqual([])
    },
  )
})

describe('can', () => {
  const decision = {
    allowed: false,
    outcome: 'no',
    policy: 'adaptive',
    action: 'roles.create',
    rule: 'AD-04',
    text: 'It needs admin:manage_roles.',
    alternatives: [],
  }

  test('asks access.evaluate about the caller with the same arguments, and returns its decision', async () => {
    const { client, requests } = await start({ json: { decision: false, context: decision } })
    const body = { key: 'reviewer', permissions: ['use_case:read'] }
    expect(await client.can('roles.create', body)).toEqual(decision)
    expect(requests[0]).toMatchObject({ method: 'POST', url: '/access/v1/evaluation' })
    expect(JSON.parse(requests[0]?.body ?? '')).toEqual({
      subject: { type: 'user', id: 'me' },
      action: { name: 'roles.create' },
      resource: { type: 'organization', id: 'current' },
      context: { rolecall: { explain: true, args: [body] } },
    })
  })

  const organization = { type: 'organization', id: 'current' }
  test.each<[string, unknown[], unknown]>([
    ['organization.get', [], organization],
    ['users.me', [], organization],
    ['roles.list', [{ limit: 1 }], organization],
    ['roles.update', ['reviewer', {}], { type: 'role', id: 'reviewer' }],
    ['teams.get', ['support'], { type: 'team', id: 'support' }],
    ['users.remove', ['a@acme.test'], { type: 'user', id: 'a@acme.test' }],
    ['projects.create', [{ key: 'bot' }], organization],
    ['projects.delete', ['bot'], { type: 'project', id: 'bot' }],
    ['projects.members.list', ['bot'], { type: 'project', id: 'bot' }],
    ['projects.members.add', ['bot', {}], { type: 'project', id: 'bot' }],
    ['projects.members.get', ['bot', 'mem_1'], { type: 'member', id: 'mem_1' }],
    ['artifacts.list', [], organization],
    ['artifacts.list', [{ project: 'bot' }], { type: 'project', id: 'bot' }],
    [
      'artifacts.create',
      [{ kind: 'model', name: 'm', project: 'bot' }],
      { type: 'project', id: 'bot' },
    ],
    ['artifacts.create', [{ kind: 'model', name: 'm', project: null }], organization],
    ['artifacts.move', ['art_1', { project: 'other' }], { type: 'artifact', id: 'art_1' }],
    ['artifacts.run', ['art_1', 'deploy', {}], { type: 'artifact', id: 'art_1' }],
  ])('%s(%j) asks about %j', async (operation, args, resource) => {
    const { client, requests } = await start({ json: { decision: true } })
    await Reflect.apply(client.can, client, [operation, ...args])
    expect(JSON.parse(requests[0]?.body ?? '')).toMatchObject({
      action: { name: operation },
      resource,
      context: { rolecall: { args } },
    })
  })

  test('drops trailing gaps only, and takes options for its own request', async () => {
    const { client, requests } = await start({ json: { decision: true } })
    const options = { headers: { 'X-App': 'tour' }, timeout: 5_000 }
    await client.can('roles.list', undefined, options)
    expect(JSON.parse(requests[0]?.body ?? '').context.rolecall.args).toEqual([])
    expect(requests[0]?.headers).toMatchObject({ 'x-app': 'tour' })
    expect(requests[0]?.headers).not.toHaveProperty('if-match')
    expect(requests[0]?.headers).not.toHaveProperty('idempotency-key')
  })

  test('is complete, however little the server explains', async () => {
    const { client } = await start({ json: { decision: true } })
    expect(await client.can('users.me')).toEqual({
      allowed: true,
      outcome: 'yes',
      policy: '',
      action: 'users.me',
      rule: '',
      text: '',
      alternatives: [],
    })
  })

  test('returns no for a caller who may not even ask', async () => {
    const { client } = await start(problemAnswer(403, 'not_a_member'))
    expect(await client.can('users.me')).toMatchObject({
      allowed: false,
      outcome: 'no',
      status: 403,
      code: 'not_a_member',
      text: 'This is not_a_member.',
    })
  })

  test('throws any error but a denial', async () => {
    const { client } = await start(problemAnswer(401, 'unauthenticated'))
    await expect(client.can('users.me')).rejects.toThrow(AuthenticationError)
    const attempt = Reflect.apply(client.can, client, ['roles.nope'])
    await expect(attempt).rejects.toThrow("There is no operation 'roles.nope'")
  })
})
