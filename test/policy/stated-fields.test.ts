import { describe, expect, test } from 'vitest'
import { acme as adaptiveAcme } from '../../mocks/policies/adaptive/acme.ts'
import { acme as bigmlAcme } from '../../mocks/policies/bigml/acme.ts'
import { acme } from '../../mocks/policies/superannotate/acme.ts'
import { adaptive, bigml, superannotate } from '../../mocks/policies/index.ts'
import type { Guard } from '../../mocks/policy/language/policy.ts'
import type { Client } from '../../src/index.ts'
import { email } from '../support/acme-of.ts'
import { guarded, ownGuard } from '../support/custom-guards.ts'
import { refusal } from '../support/refusal.ts'

const refused = { status: 409, code: 'invalid_state' }

describe('a guard on a change sees the value in the call', () => {
  const { as } = guarded(
    superannotate,
    acme,
    ownGuard(['team:pause_contributors'], { field: 'value', is: true }, 'No pausing: {value}.'),
  )
  const owner = as('admin')

  test('and refuses the call', async () => {
    const error = await refusal(owner.users.update(email('labeler'), { paused: true }))
    expect(error).toMatchObject({ ...refused, message: 'No pausing: true.' })
  })

  test('and the question about it, on every surface alike', async () => {
    const change = [email('labeler'), { paused: true }] as const
    const decision = await owner.can('users.update', ...change)
    expect(decision).toMatchObject({ outcome: 'no', rule: 'OWN-01', ...refused, alternatives: [] })
    const { decision: evaluated, context } = await owner.access.evaluate({
      subject: { type: 'user', id: 'me' },
      action: { name: 'users.update' },
      resource: { type: 'user', id: email('labeler') },
      context: { rolecall: { explain: true, args: [...change] } },
    })
    expect([evaluated, context]).toEqual([false, decision])
  })

  test('and allows another value', async () => {
    expect((await owner.users.update(email('paused'), { paused: false })).paused).toBe(false)
  })
})

describe('each change that asks for the action is guarded', () => {
  const unticks = ownGuard(['grant:manage'], { field: 'value', is: null })
  test.each([
    ['the first entry of a map', { explore: null, orchestrate: true }],
    ['the last', { explore: true, orchestrate: null }],
  ] as const)('%s', async (_, grants) => {
    const { as } = guarded(superannotate, acme, unticks)
    expect(await refusal(as('admin').users.update(email('granted'), { grants }))).toMatchObject(
      refused,
    )
  })

  test.each([
    ['one key', { name: 'Secret' }],
    ['another with the same requirement', { name: 'Open', description: 'Secret' }],
  ])('%s', async (_, change) => {
    const { as } = guarded(
      bigml,
      bigmlAcme,
      ownGuard(['project:edit'], { field: 'value', is: 'Secret' }),
    )
    const [project] = (await as('admin').projects.list()).data
    const update = as('admin').projects.update(project?.key ?? '', change)
    expect(await refusal(update)).toMatchObject(refused)
  })

  test('a list matches if one of its items does', async () => {
    const { as } = guarded(
      adaptive,
      adaptiveAcme,
      ownGuard(['roles.create'], { field: 'input.permissions', is: 'admin:manage_roles' }),
    )
    const create = (key: string, permissions: string[]) =>
      as('admin').roles.create({ key, permissions })
    expect(await refusal(create('both', ['team:read', 'admin:manage_roles']))).toMatchObject(
      refused,
    )
    expect((await create('one', ['team:read'])).key).toBe('one')
    expect((await create('none', [])).key).toBe('none')
  })
})

describe('a guard sees the key of a reference, however the call names it', () => {
  const idOf = async (client: Client, key: string) => (await client.roles.get(key)).id

  test.each<[string, Guard]>([
    ['value', ownGuard(['users.promote'], { field: 'value', is: 'admin' })],
    ['input.role', ownGuard(['users.update'], { field: 'input.role', is: 'admin' })],
    ['next.role', ownGuard(['users.update'], { field: 'next.role', is: 'admin' })],
  ])('a role by its id: %s', async (_, guard) => {
    const owner = guarded(superannotate, acme, guard).as('admin')
    const role = await idOf(owner, 'admin')
    expect(await refusal(owner.users.update(email('labeler'), { role }))).toMatchObject(refused)
  })

  test.each<[string, Guard]>([
    ['value', ownGuard(['users.update.teams.set'], { field: 'value', is: 'platform_admin' })],
    ['input', ownGuard(['users.update'], { field: 'input.teams.research', is: 'platform_admin' })],
    ['next', ownGuard(['users.update'], { field: 'next.teams.research', is: 'platform_admin' })],
  ])('a team and the role in it by their ids: %s', async (_, guard) => {
    const admin = guarded(adaptive, adaptiveAcme, guard).as('admin')
    const { id } = await admin.teams.get('research')
    const teams = { [id]: await idOf(admin, 'platform_admin') }
    expect(await refusal(admin.users.update(email('analyst'), { teams }))).toMatchObject(refused)
  })

  test('an address in any case', async () => {
    const { as } = guarded(
      superannotate,
      acme,
      ownGuard(['invitations.create'], { field: 'input.email', is: 'rival@other.test' }),
    )
    const invite = as('admin').invitations.create({ email: 'Rival@Other.test' })
    expect(await refusal(invite)).toMatchObject(refused)
  })

  test('the default role for `true`', async () => {
    const { as } = guarded(
      adaptive,
      adaptiveAcme,
      ownGuard(['users.update.teams.add'], { field: 'next.roleInTeam', is: 'inference' }),
    )
    const add = (teams: Record<string, true>) =>
      as('admin').users.update(email('analyst'), { teams })
    expect(await refusal(add({ support: true }))).toMatchObject(refused)
    expect((await add({ legacy: true })).teams).toHaveProperty('legacy')
  })

  test('and the present value stays readable', async () => {
    const { as } = guarded(
      adaptive,
      adaptiveAcme,
      ownGuard(['users.update.teams.set'], {
        all: [
          { field: 'user.roleInTeam', is: 'read-only' },
          { field: 'value', is: 'admin' },
        ],
      }),
    )
    const set = (name: string) =>
      as('admin').users.update(email(name), { teams: { research: 'admin' } })
    expect(await refusal(set('analyst'))).toMatchObject(refused)
    expect((await set('scientist')).teams.research).toBe('admin')
  })
})

test('an omitted key counts as null', async () => {
  const { as } = guarded(
    superannotate,
    acme,
    ownGuard(['users.update'], { field: 'input.paused', is: null }),
  )
  const owner = as('admin')
  expect(await refusal(owner.users.update(email('labeler'), { role: 'admin' }))).toMatchObject(
    refused,
  )
  expect((await owner.users.update(email('labeler'), { paused: true })).paused).toBe(true)
})
