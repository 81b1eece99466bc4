import { describe, expect, test } from 'vitest'
import { createMock, type Mock } from '../../mocks/index.ts'
import type { PolicyName } from '../../src/index.ts'
import { email } from '../support/acme-of.ts'
import { denial, refusal } from '../support/refusal.ts'

/** Runs every call of the first alternative, each as the first person who may. */
async function runFirst(mock: Mock, decision: Awaited<ReturnType<typeof denial>>) {
  const [alternative] = decision.alternatives
  for (const { operation, args, by } of alternative?.calls ?? []) {
    await mock.client({ as: by[0] ?? '' }).call(operation, ...args)
  }
  return alternative?.calls.map(({ operation }) => operation)
}

const listing = (mock: Mock, name: string) => () => mock.client({ as: email(name) }).users.list()

describe('the remedies of a caller without an active membership', () => {
  test.each([
    ['superannotate', 'paused', ['users.update', 'users.update']],
    ['peltarion', 'invited', ['invitations.accept']],
    ['bigml', 'invited', ['invitations.accept', 'users.update']],
  ] as const)(
    '%s: %s gets a remedy, and can run it',
    async (policy: PolicyName, name, operations) => {
      const mock = createMock({ policy })
      const list = listing(mock, name)
      const decision = await denial(list())
      expect(decision.alternatives[0]?.missing[0]).toMatchObject({
        requirement: { kind: 'status', status: 'active' },
      })
      expect(await runFirst(mock, decision)).toEqual(operations)
      expect((await list()).data.length).toBeGreaterThan(0)
    },
  )

  test('only the invited person accepts', async () => {
    const mock = createMock({ policy: 'superannotate' })
    const { alternatives } = await denial(mock.client({ as: email('invited') }).projects.list())
    expect(alternatives[0]?.calls).toMatchObject([{ by: [email('invited')] }])
  })

  test.each([
    ['withdrawn', 'uninvited'],
    ['rejected', 'declined'],
  ])('an invitation that was %s helps nobody, and the decision says so', async (word, name) => {
    const mock = createMock({ policy: 'superannotate' })
    const decision = await denial(listing(mock, name)())
    expect(decision).toMatchObject({ code: 'not_a_member', alternatives: [] })
    expect(decision.final).toContain(word)
  })

  test('a key taken by a hidden resource is like any other', async () => {
    const mock = createMock({ policy: 'superannotate' })
    const paused = mock.client({ as: email('paused') })
    const [taken, free] = await Promise.all(
      ['street-scenes', 'street-corner'].map((key) => denial(paused.projects.create({ key }))),
    )
    expect(taken).toMatchObject({ code: 'member_paused', alternatives: [{ calls: [{}, {}] }] })
    expect(taken).toEqual(free)
  })

  test('a missing membership is refused before the request is parsed', async () => {
    const mock = createMock({ policy: 'superannotate' })
    const request = new Request('https://rolecall.test/v1/projects', {
      method: 'POST',
      headers: {
        authorization: `Bearer ${mock.token(email('paused'))}`,
        'content-type': 'application/json',
      },
      body: '{',
    })
    const answer = await mock.fetch(request)
    expect(await answer.json()).toMatchObject({ status: 403, code: 'member_paused' })
  })
})

test('an entry that invites a person is accepted by them, and counts', async () => {
  const mock = createMock({ policy: 'ica' })
  const owner = mock.client({ as: email('owner') })
  await owner.projects.members.add('genomes', {
    subject: { type: 'user', id: email('invited') },
    roles: { project: 'data_provider' },
  })
  const { artifacts } = mock.client({ as: email('invited') })
  const list = () => artifacts.list({ project: 'genomes', kind: 'analysis' })
  const { alternatives } = await denial(list())
  const accepting = alternatives.find(({ calls }) =>
    calls.some(({ operation }) => operation === 'projects.members.accept'),
  )
  expect(accepting).toMatchObject({
    missing: [{ requirement: { kind: 'status', status: 'accepted' }, have: { status: 'pending' } }],
    calls: [{ by: [email('invited')] }],
  })
  const [call] = accepting?.calls ?? []
  await mock.client({ as: email('invited') }).call(call?.operation ?? '', ...(call?.args ?? []))
  expect((await list()).data.length).toBeGreaterThan(0)
})

test('a rejected entry stays rejected: it is no remedy', async () => {
  const mock = createMock({ policy: 'ica' })
  const denied = await refusal(mock.client({ as: email('rejected') }).projects.get('genomes'))
  expect(denied.status).toBe(404)
})
