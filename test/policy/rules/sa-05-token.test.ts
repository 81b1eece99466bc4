import { expect, test } from 'vitest'
import { createClient } from '../../../src/index.ts'
import { denial, refusal } from '../../support/refusal.ts'
import { type Team, team } from '../../support/superannotate.ts'

const theToken = async ({ owner }: Team): Promise<string> => {
  const { data } = await owner.tokens.list()
  const live = data.filter(({ revokedAt }) => revokedAt === undefined)
  expect(live).toHaveLength(1)
  return live[0]?.id ?? ''
}

const withToken = ({ mock }: Team, token: string) =>
  createClient({ baseUrl: 'https://rolecall.test', token, fetch: mock.fetch })

test('SA-05 the owner creates the token, which revokes the former', async () => {
  const acme = team()
  const former = await theToken(acme)
  const { id, value } = await acme.owner.tokens.create({ name: 'Second' })
  expect(value).toMatch(/^rct_/)
  expect(await theToken(acme)).toBe(id)
  const before = await acme.owner.tokens.get(former)
  expect(before.revokedAt).toBeTypeOf('string')
  expect(before.value).toBeUndefined()
})

test('SA-05 the owner and an admin with view_token see its value; lists never have it', async () => {
  const acme = team()
  const id = await theToken(acme)
  for (const name of ['admin', 'granted']) {
    const { tokens } = acme.as(name)
    expect((await tokens.get(id)).value).toMatch(/^rct_/)
    expect((await tokens.list()).data.map(({ value }) => value)).toEqual([undefined])
  }
})

test('SA-05 an admin with view_token cannot create or revoke it', async () => {
  const acme = team()
  const { tokens } = acme.as('granted')
  expect(await denial(tokens.create({}))).toMatchObject({ rule: 'SA-05' })
  expect(await denial(tokens.revoke(await theToken(acme)))).toMatchObject({ rule: 'SA-05' })
})

test.each(['plain', 'project-admin', 'annotator'])(
  'SA-05 %s does nothing with it',
  async (name) => {
    const acme = team()
    const id = await theToken(acme)
    const { tokens } = acme.as(name)
    for (const call of [
      () => tokens.list(),
      () => tokens.get(id),
      () => tokens.create({}),
      () => tokens.revoke(id),
    ]) {
      expect(await denial(call())).toMatchObject({ rule: 'SA-05' })
    }
  },
)

test('SA-05 its bearer acts as the owner until it is revoked, then 401', async () => {
  const acme = team()
  const { id, value = '' } = await acme.owner.tokens.create({})
  const script = withToken(acme, value)
  expect(await script.users.me()).toMatchObject({ role: 'owner' })
  await script.organization.update({ name: 'By script' })
  await acme.owner.tokens.revoke(id)
  expect(await refusal(script.users.me())).toMatchObject({ status: 401, code: 'invalid_token' })
  expect(await refusal(acme.owner.tokens.revoke(id))).toMatchObject({
    status: 409,
    code: 'invalid_state',
    message: expect.stringContaining('The token was revoked already.'),
  })
})

test('SA-05 the former token is invalid from the moment of the new one', async () => {
  const acme = team()
  const { value: former = '' } = await acme.owner.tokens.create({})
  const { value = '' } = await acme.owner.tokens.create({})
  expect(await refusal(withToken(acme, former).users.me())).toMatchObject({ status: 401 })
  expect(await withToken(acme, value).users.me()).toMatchObject({ role: 'owner' })
})
