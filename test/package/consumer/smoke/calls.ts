import {
  APIError,
  ConflictError,
  NotFoundError,
  PermissionDeniedError,
  PreconditionFailedError,
  RolecallError,
  UnprocessableEntityError,
} from 'rolecall'
import { holds, rejection, same } from './claim.ts'
import type { Platform } from './stage.ts'

const admin = 'admin@acme.test'
const lead = 'lead@acme.test'

/** The laws of the client's calls, whatever carries them to the mock. */
export const calls: Readonly<Record<string, (platform: Platform) => Promise<void>>> = {
  async 'creates, reads and deletes'({ signIn }) {
    const { roles } = await signIn(admin)
    const created = await roles.create({ key: 'smoke-created', permissions: ['use_case:read'] })
    same(await roles.get('smoke-created'), created)
    same(await roles.delete(created.id), undefined)
    await rejection(roles.get(created.id), NotFoundError)
  },

  async 'is settled in every way that a promise is'({ signIn }) {
    const { users } = await signIn(admin)
    let times = 0
    const count = () => void times++
    const people = await Promise.all([
      users.me(),
      users.me().finally(count),
      Promise.resolve(users.me()),
    ])
    same(
      people.map(({ email }) => email),
      [admin, admin, admin],
    )
    await rejection(users.get('nobody@acme.test').finally(count), NotFoundError)
    same(times, 2)
  },

  async 'lists page after page'({ signIn }) {
    const { users } = await signIn(admin)
    const all = await users.list({ limit: 200 })
    const emails = []
    for await (const { email } of users.list({ limit: 3 })) emails.push(email)
    same(
      emails,
      all.data.map(({ email }) => email),
    )
    let pages = 0
    for await (const page of users.list({ limit: 3 }).pages()) pages += Math.sign(page.data.length)
    same(pages, Math.ceil(emails.length / 3))
    same((await users.list({ limit: 3 }).toArray({ max: 5 })).length, 5)
  },

  async 'updates by a merge patch, if nothing has changed since'({ signIn }) {
    const { teams } = await signIn(admin)
    const before = await teams.create({ key: 'smoke-updated', name: 'Before' })
    const after = await teams.update(before.key, { name: 'After' }, { ifMatch: before.etag })
    same(after.name, 'After')
    const stale = teams.update(before.key, { name: 'Late' }, { ifMatch: before.etag })
    const error = await rejection(stale, PreconditionFailedError)
    same([error.status, error.code], [412, 'stale_etag'])
    await rejection(teams.delete(before.key, { ifMatch: before.etag }), PreconditionFailedError)
    same((await teams.get(before.key)).name, 'After')
  },

  async 'is denied with a decision, whose remedy helps'({ signIn }) {
    const client = await signIn(lead)
    const create = () => client.roles.create({ key: 'smoke-remedied', permissions: [] })
    const { decision, message } = await rejection(create(), PermissionDeniedError)
    same([decision?.outcome, decision?.rule], ['no', 'AD-04'])
    holds(message, 'users.update("lead@acme.test"')
    for (const { operation, args, by } of decision?.alternatives[0]?.calls ?? []) {
      await (await signIn(by[0] ?? '')).call(operation, ...args)
    }
    same((await create()).key, 'smoke-remedied')
  },

  async 'asks whether it may'({ signIn }) {
    const question = ['teams.create', { key: 'smoke-asked', name: 'Asked' }] as const
    const no = await (await signIn('watcher@acme.test')).can(...question)
    same([no.allowed, no.rule], [false, 'AD-05'])
    const yes = await (await signIn(admin)).can(...question)
    same([yes.allowed, yes.outcome], [true, 'yes'])
  },

  async 'repeats a write without effect'({ signIn }) {
    const { roles } = await signIn(admin)
    const repeat = () =>
      roles
        .create({ key: 'smoke-repeated', permissions: [] }, { idempotencyKey: 'smoke-repeated' })
        .asResponse()
    const [first, second] = [await repeat(), await repeat()]
    same([first.status, second.status], [201, 201])
    same(second.headers.get('idempotency-replayed'), 'true')
    same(await second.json(), await first.json())
    const remove = () => roles.delete('smoke-repeated', { idempotencyKey: 'smoke-gone' })
    same([await remove(), await remove()], [undefined, undefined])
    await rejection(roles.get('smoke-repeated'), NotFoundError)
  },

  async 'throws an error of the class that the answer calls for'({ signIn }) {
    const { roles, users } = await signIn(admin)
    const missing = await rejection(users.get('nobody@acme.test'), NotFoundError)
    same([missing.name, missing.status, missing.code], ['NotFoundError', 404, 'not_found'])
    same([missing instanceof APIError, missing instanceof RolecallError], [true, true])
    await rejection(roles.create({ key: 'annotator', permissions: [] }), ConflictError)
    const wrong = await rejection(
      roles.create({ key: 'Not A Key', permissions: [] }),
      UnprocessableEntityError,
    )
    same(wrong.errors[0]?.pointer, '/key')
  },

  async 'gives the id of the request'({ signIn }) {
    const { users } = await signIn(admin)
    const { data, requestId, response } = await users.me().withResponse()
    same([data.email, response.status], [admin, 200])
    same(requestId, response.headers.get('x-request-id'))
    const { requestId: ofError } = await rejection(users.get('nobody@acme.test'), NotFoundError)
    holds(ofError ?? '', 'req_')
  },

  async 'keeps an argument with a slash, a dot or an accent within its place'({ signIn }) {
    const { users } = await signIn(admin)
    for (const user of ['a/b@acme.test', 'a?b#c@acme.test', '%2e%2e', 'zoé@acme.test']) {
      const error = await rejection(users.get(user), NotFoundError)
      same(error.code, 'not_found')
    }
    await rejection(users.get('..'), RolecallError)
  },
}
