import { expect, test } from 'vitest'
import { ConflictError, UnprocessableEntityError } from '../../../src/index.ts'
import { acme } from '../../support/acme.ts'
import { email } from '../../support/acme-of.ts'
import { refusal } from '../../support/refusal.ts'

const pointersOf = async (call: Promise<unknown>): Promise<readonly string[]> => {
  const error = await refusal(call)
  if (!(error instanceof UnprocessableEntityError)) throw error
  expect(error.code).toBe('unknown_reference')
  return error.errors.map(({ pointer }) => pointer)
}

test('AD-11 names every unknown permission of a role', async () => {
  const { roles } = acme().as('admin')
  const permissions = ['use_case:read', 'use_case:raed', 'admin:everything']
  expect(await pointersOf(roles.create({ key: 'reviewer', permissions }))).toEqual([
    '/permissions/1',
    '/permissions/2',
  ])
  expect(await pointersOf(roles.update('role-manager', { permissions }))).toEqual([
    '/permissions/1',
    '/permissions/2',
  ])
})

test('AD-11 names every unknown role and team of an update', async () => {
  const { users } = acme().as('admin')
  const teams = { research: 'anotator', suport: 'annotator', legacy: null, nowhere: null }
  const pointers = await pointersOf(users.update(email('agent'), { teams }))
  expect(pointers.toSorted()).toEqual(['/teams/nowhere', '/teams/research', '/teams/suport'])
})

test('AD-11 the permission is checked before the reference: a denial hides no other mistake', async () => {
  const { as } = acme()
  const unknown = { teams: { nowhere: 'annotator' } }
  expect(
    await refusal(as('scientist').users.update(email('agent'), { ...unknown, name: 'Mine' })),
  ).toMatchObject({ status: 403 })
})

test('AD-11 a duplicate key is a conflict', async () => {
  const { roles, teams, users } = acme().as('admin')
  for (const call of [
    () => roles.create({ key: 'annotator', permissions: [] }),
    () => teams.create({ key: 'support' }),
    () => users.create({ email: 'LEAD@acme.test' }),
  ]) {
    const error = await refusal(call())
    expect(error).toBeInstanceOf(ConflictError)
    expect(error.code).toBe('key_taken')
  }
})

test('AD-11 an omitted name is the key', async () => {
  const { roles, teams } = acme().as('admin')
  expect(await roles.create({ key: 'reviewer', permissions: [] })).toMatchObject({
    name: 'reviewer',
  })
  expect(await teams.create({ key: 'sales' })).toMatchObject({ name: 'sales' })
  expect(await teams.create({ key: 'sales-2', name: 'More sales' })).toMatchObject({
    name: 'More sales',
  })
})

test('AD-11 a team named twice, by its key and its id, is 422', async () => {
  const { teams, users } = acme().as('admin')
  const { id } = await teams.get('support')
  const patch = { teams: { support: 'annotator', [id]: null } }
  await expect(users.update(email('reviewer'), patch)).rejects.toMatchObject({
    status: 422,
    errors: [
      {
        pointer: `/teams/${id}`,
        message: `teams.${id} names the same team as support. Name it once.`,
      },
    ],
  })
})
