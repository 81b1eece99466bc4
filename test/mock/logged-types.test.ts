import { createMock, type LoggedRequest, type Mock } from 'rolecall/mocks'
import { expect, expectTypeOf, test } from 'vitest'
import type { Decision, RoleCreate, UserListQuery, UserUpdate } from '../../src/index.ts'

test('an entry is typed by its operation', () => {
  expectTypeOf<LoggedRequest<'roles.create'>['args']>().toEqualTypeOf<
    readonly [body: RoleCreate] | undefined
  >()
  expectTypeOf<LoggedRequest<'users.update'>['args']>().toEqualTypeOf<
    readonly [user: string, body: UserUpdate] | undefined
  >()
  expectTypeOf<LoggedRequest<'users.list'>['args']>().toEqualTypeOf<
    readonly [query?: UserListQuery] | undefined
  >()
  expectTypeOf<LoggedRequest<undefined>['args']>().toEqualTypeOf<undefined>()
  expectTypeOf<LoggedRequest<'roles.get' | 'roles.delete'>['operation']>().toEqualTypeOf<
    'roles.get' | 'roles.delete'
  >()
  expectTypeOf<LoggedRequest['decision']>().toEqualTypeOf<Decision | undefined>()
  expectTypeOf<LoggedRequest['decisions']>().toEqualTypeOf<readonly Decision[] | undefined>()
  expectTypeOf<Mock['requests']>().toEqualTypeOf<readonly LoggedRequest[]>()
  // @ts-expect-error -- no such operation
  expectTypeOf<LoggedRequest<'roles.creat'>>().toBeObject()
})

test('a comparison of the operation narrows an entry', async () => {
  const mock = createMock()
  const admin = mock.client({ as: 'admin@acme.test' })
  await admin.roles.create({ key: 'auditor', permissions: ['use_case:read'] })
  await admin.users.update('reviewer@acme.test', { name: 'Reviewer' })

  const created = mock.requests.filter((r) => r.operation === 'roles.create')
  expectTypeOf(created).toEqualTypeOf<LoggedRequest<'roles.create'>[]>()
  expect(created.map(({ args }) => args?.[0].permissions)).toEqual([['use_case:read']])

  const [, request] = mock.requests
  if (request?.operation !== 'users.update') throw new Error('It is an update.')
  const [user, patch] = request.args ?? []
  expectTypeOf(patch).toEqualTypeOf<UserUpdate | undefined>()
  expect([user, patch?.name]).toEqual(['reviewer@acme.test', 'Reviewer'])
})
