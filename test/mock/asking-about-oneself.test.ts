import { describe, expect, test } from 'vitest'
import { createMock, type Mock } from '../../mocks/index.ts'
import { ica, policies } from '../../mocks/policies/index.ts'
import type { Policy } from '../../mocks/policy/index.ts'
import type { Client } from '../../src/index.ts'
import { email } from '../support/acme-of.ts'

const current = { type: 'organization', id: 'current' }
const partner = 'partner@clinic.test'

/** Every name of the person: all of them mean one subject. */
async function namesOf(client: Client, address: string): Promise<readonly string[]> {
  const { id } = await client.users.me()
  return ['me', id, address, address.toUpperCase()]
}

/** Answers about the subject, by each question that everyone may ask about themselves. */
async function told({ access }: Client, id: string) {
  const subject = { type: 'user', id }
  const ask = (name: string, args?: unknown[]) => ({
    subject,
    action: { name },
    resource: current,
    context: { rolecall: { explain: true, ...(args && { args }) } },
  })
  const questions = [
    ask('users.me'),
    ask('users.me', []),
    ask('users.list'),
    ask('projects.get', ['x']),
  ]
  const each = []
  for (const question of questions) each.push(await access.evaluate(question))
  return {
    each,
    all: await access.evaluateAll({ evaluations: questions }),
    actions: await access.searchActions({ subject, resource: current }),
  }
}

const removable: Readonly<Record<string, string>> = {
  ica: 'guest',
  peltarion: 'viewer',
  bigml: 'guest',
}

/** A platform with a removed user, who can still sign in. */
async function withoutOne(policy: Policy): Promise<{ mock: Mock; former: string }> {
  const mock = createMock({ policy })
  const former = email(removable[policy.name] ?? 'labeler')
  await mock.client({ as: email('admin') }).users.remove(former)
  return { mock, former }
}

describe.each(Object.values<Policy>(policies))('a user removed from $name', (policy) => {
  test('asks about themselves by id and by address as by me', async () => {
    const { mock, former } = await withoutOne(policy)
    const client = mock.client({ as: former })
    const [me = '', ...others] = await namesOf(client, former)
    const answer = await told(client, me)
    expect(answer.each.map(({ decision }) => decision)).toEqual([true, true, false, false])
    for (const name of others) expect(await told(client, name), name).toEqual(answer)
  })

  test('may see themselves, as an enforcement point confirms', async () => {
    const { mock, former } = await withoutOne(policy)
    const names = await namesOf(mock.client({ as: former }), former)
    const point = mock.client({ enforcementPoint: true })
    for (const id of names.slice(1)) {
      const subject = { type: 'user', id }
      const question = { subject, action: { name: 'users.me' }, resource: current }
      expect(await point.access.evaluate(question)).toMatchObject({ decision: true })
      const { results } = await point.access.searchActions({ subject, resource: current })
      expect(results).toContainEqual({ name: 'users.me' })
    }
  })
})

test.each([
  ['superannotate', 'declined'],
  ['superannotate', 'uninvited'],
] as const)('in %s %s@, who was never a user, asks under any name', async (policy, name) => {
  const client = createMock({ policy }).client({ as: email(name) })
  const [me = '', ...others] = await namesOf(client, email(name))
  const answer = await told(client, me)
  for (const other of others) expect(await told(client, other), other).toEqual(answer)
})

test('somebody invited by an entry is one subject for everyone', async () => {
  const mock = createMock({ policy: ica })
  const client = mock.client({ as: partner })
  const names = await namesOf(client, partner)
  const { data } = await mock.client({ as: email('lead') }).projects.members.list('genomes')
  const entry = data.find(({ subject }) => subject.id === partner)?.id ?? ''
  const accept = (id: string) => ({
    subject: { type: 'user', id },
    action: { name: 'projects.members.accept' },
    resource: { type: 'member', id: entry },
    context: { rolecall: { args: ['genomes', entry], explain: true } },
  })
  const point = mock.client({ enforcementPoint: true })
  for (const id of names) {
    expect(await client.access.evaluate(accept(id)), id).toMatchObject({ decision: true })
    if (id === 'me') continue
    expect(await point.access.evaluate(accept(id)), id).toMatchObject({ decision: true })
  }
  await client.projects.members.accept('genomes', entry)
})

test('other people are still out of reach', async () => {
  const client = createMock({ policy: ica }).client({ as: partner })
  const subject = { type: 'user', id: email('guest') }
  const question = { subject, action: { name: 'users.me' }, resource: current }
  await expect(client.access.evaluate(question)).rejects.toMatchObject({ status: 403 })
})
