import { expectTypeOf, test } from 'vitest'
import type { operations } from '../../src/generated/schema.ts'
import {
  APIError,
  type APIPromise,
  type AuthenticationError,
  type BadRequestError,
  type Client,
  ConflictError,
  createClient,
  type Decision,
  type ErrorCode,
  type GoneError,
  NotFoundError,
  type Page,
  type PagePromise,
  PermissionDeniedError,
  type PreconditionFailedError,
  type Problem,
  RateLimitError,
  type Role,
  type ServerError,
  UnprocessableEntityError,
  type User,
} from '../../src/index.ts'

// The compiler checks these: `npm run typecheck` fails when one is wrong. No call is made.
const options = { baseUrl: 'https://platform.example' }

test('a client that names its policy knows the keys that it may send', () => {
  const client = createClient<'adaptive'>(options)
  void (() => client.roles.create({ key: 'a', permissions: ['use_case:read'] }))
  // @ts-expect-error -- no such permission
  void (() => client.roles.create({ key: 'a', permissions: ['use_case:raed'] }))
  // @ts-expect-error -- no such permission in an update either
  void (() => client.roles.update('a', { permissions: ['nope'] }))
  // @ts-expect-error -- no such kind
  void (() => client.artifacts.create({ kind: 'spreadsheet', name: 'x' }))
  // Role keys are open: this policy lets its users make roles.
  void (() => client.users.update('a@acme.test', { teams: { support: 'whatever' } }))
})

test('where no operation makes roles, role keys are closed in requests and open in answers', () => {
  const client = createClient<'bigml'>(options)
  void (() => client.users.update('a@acme.test', { role: 'admin' }))
  // @ts-expect-error -- no such role
  void (() => client.users.update('a@acme.test', { role: 'admn' }))
  expectTypeOf<User['role']>().toEqualTypeOf<string | undefined>()
})

test('grant keys are those of the policy', () => {
  const client = createClient<'superannotate'>(options)
  void (() => client.users.update('a@acme.test', { grants: { run_training: true } }))
  // @ts-expect-error -- no such grant
  void (() => client.users.update('a@acme.test', { grants: { run_trainings: true } }))
})

test('a client without a policy takes any key', () => {
  const client = createClient(options)
  void (() => client.roles.create({ key: 'a', permissions: ['anything:at_all'] }))
  expectTypeOf(client).toEqualTypeOf<Client>()
})

test("a client accepts a user's own keys", () => {
  interface Own {
    permission: 'doc:read'
    role: 'reader'
    grant: never
    kind: 'doc'
  }
  const client = createClient<Own>(options)
  void (() => client.roles.create({ key: 'reader', permissions: ['doc:read'] }))
  // @ts-expect-error -- no such permission
  void (() => client.roles.create({ key: 'reader', permissions: ['doc:write'] }))
})

test('an unknown policy is a type error', () => {
  // @ts-expect-error -- no such policy
  void (() => createClient<'adaptve'>(options))
})

test('answers are open, whatever the policy', () => {
  expectTypeOf(createClient<'adaptive'>(options).roles.get).returns.toEqualTypeOf<
    APIPromise<Role>
  >()
  expectTypeOf<Role['permissions']>().toEqualTypeOf<string[]>()
})

test('answers of calls are typed', () => {
  const client = createClient(options)
  expectTypeOf(client.users.list).returns.toEqualTypeOf<PagePromise<User>>()
  expectTypeOf(client.roles.delete).returns.toEqualTypeOf<APIPromise<void>>()
  expectTypeOf<Awaited<PagePromise<User>>>().toEqualTypeOf<Page<User>>()
  expectTypeOf(() => client.users.list().toArray()).returns.resolves.toEqualTypeOf<User[]>()
  expectTypeOf(() => client.users.me().withResponse()).returns.resolves.toHaveProperty('requestId')
})

test('wrong arguments are type errors', () => {
  const client = createClient(options)
  // @ts-expect-error -- the path argument is missing
  void (() => client.roles.get())
  // @ts-expect-error -- no role has such a key
  void (() => client.roles.create({ key: 'a', permissions: [], colour: 'red' }))
  // @ts-expect-error -- the body is missing
  void (() => client.roles.create())
  // @ts-expect-error -- no such option
  void (() => client.roles.get('a', { retires: 1 }))
})

test('call is typed by its operation', () => {
  const client = createClient<'adaptive'>(options)
  expectTypeOf(() => client.call('roles.get', 'a')).returns.toEqualTypeOf<APIPromise<Role>>()
  expectTypeOf(() => client.call('users.list', { team: 'a' })).returns.toEqualTypeOf<
    PagePromise<User>
  >()
  void (() => client.call('roles.update', 'a', { name: 'A' }, { ifMatch: 'v1' }))
  // @ts-expect-error -- no such operation
  void (() => client.call('roles.nope', 'a'))
  // @ts-expect-error -- no such permission
  void (() => client.call('roles.create', { key: 'a', permissions: ['nope'] }))
  // @ts-expect-error -- the path argument is missing
  void (() => client.call('roles.get'))
})

test('call takes an operation that is only known at run time', () => {
  const client = createClient(options)
  const runAll = async (decision: Decision) => {
    for (const { operation, args } of decision.alternatives[0]?.calls ?? []) {
      expectTypeOf(await client.call(operation, ...args)).toEqualTypeOf<unknown>()
    }
  }
  expectTypeOf(runAll).parameter(0).toEqualTypeOf<Decision>()
})

test('can is typed by its operation', () => {
  const client = createClient<'adaptive'>(options)
  expectTypeOf(() =>
    client.can('roles.create', { key: 'a', permissions: [] }),
  ).returns.resolves.toEqualTypeOf<Decision>()
  // @ts-expect-error -- no such operation
  void (() => client.can('roles.nope').catch(() => {}))
  // @ts-expect-error -- no such permission
  void (() => client.can('roles.create', { key: 'a', permissions: ['nope'] }))
})

/** The codes in the problem answers of an operation. */
type ProblemsOf<O> = O extends { responses: infer R }
  ? {
      [S in keyof R]: R[S] extends { content: { 'application/problem+json': infer P } } ? P : never
    }[keyof R]
  : never

test("the codes of errors are exactly those of the API's document", () => {
  type Documented = ProblemsOf<operations[keyof operations]>
  expectTypeOf<Documented['code']>().toEqualTypeOf<ErrorCode>()
  expectTypeOf<Problem['code']>().toEqualTypeOf<ErrorCode | undefined>()
  expectTypeOf<
    | AuthenticationError['code']
    | BadRequestError['code']
    | ConflictError['code']
    | GoneError['code']
    | NotFoundError['code']
    | PermissionDeniedError['code']
    | PreconditionFailedError['code']
    | RateLimitError['code']
    | ServerError['code']
    | UnprocessableEntityError['code']
    // It has no class of its own.
    | 'unsupported_media_type'
  >().toEqualTypeOf<ErrorCode>()
})

test('an error knows its name and its codes', () => {
  expectTypeOf<NotFoundError['name']>().toEqualTypeOf<'NotFoundError'>()
  expectTypeOf<NotFoundError['code']>().toEqualTypeOf<'not_found'>()
  expectTypeOf<'key_taken'>().toExtend<ConflictError['code']>()
  expectTypeOf<'not_found'>().not.toExtend<ConflictError['code']>()
  expectTypeOf<APIError['code']>().toEqualTypeOf<ErrorCode | 'unexpected_answer'>()
  expectTypeOf<PermissionDeniedError['decision']>().toEqualTypeOf<Decision | undefined>()
  expectTypeOf<RateLimitError['retryAfter']>().toEqualTypeOf<number | undefined>()
  expectTypeOf<UnprocessableEntityError['errors'][number]>().toHaveProperty('pointer')
})

test('questions know the names that a server of this API reads', () => {
  const { access } = createClient(options)
  const asked = { subject: { type: 'user', id: 'me' }, resource: { type: 'role', id: 'admin' } }
  const question = { ...asked, action: { name: 'roles.get' } }
  void (() => access.evaluate({ ...question, context: { rolecall: { explain: true } } }))
  // @ts-expect-error -- no such name
  void (() => access.evaluate({ ...question, context: { rolecall: { explian: true } } }))
  // The other names of a context are the caller's.
  void (() => access.evaluate({ ...question, context: { time: '2026-01-05' } }))
  void (() => access.searchActions({ ...asked, page: { limit: 1, properties: { sort: 'name' } } }))
  // @ts-expect-error -- no such name
  void (() => access.searchActions({ ...asked, page: { limt: 1 } }))
})
