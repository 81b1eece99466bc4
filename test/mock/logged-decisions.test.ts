import { createMock, type Mock } from 'rolecall/mocks'
import { describe, expect, test } from 'vitest'
import type { EvaluationRequest } from '../../src/index.ts'

const lastOf = (mock: Mock) => {
  const entry = mock.requests.at(-1)
  if (!entry) throw new Error('Nothing was logged.')
  return entry
}

interface More {
  readonly args?: readonly unknown[]
  readonly explain?: true
  readonly subject?: string
}

const question = (
  name: string,
  { args, explain, subject = 'me' }: More = {},
): EvaluationRequest => ({
  subject: { type: 'user', id: subject },
  action: { name },
  resource: { type: 'organization', id: 'current' },
  context: { rolecall: { ...(args && { args: [...args] }), ...(explain && { explain }) } },
})

const questions = [
  ['roles.create', { args: [{ key: 'quality', permissions: [] }] }],
  ['teams.create', { args: [{ key: 'quality' }] }],
  ['users.create', { args: [{ email: 'new@acme.test' }] }],
  ['users.update', { args: ['admin@acme.test', { paused: true }] }],
  ['invitations.create', { args: [{ email: 'new@acme.test' }] }],
  ['projects.create', { args: [{ key: 'quality' }] }],
  ['organization.delete', { args: [] }],
  ['users.list', {}],
  ['projects.create', {}],
] as const

describe.each(['adaptive', 'superannotate', 'ica', 'bigml', 'peltarion'] as const)(
  '%s: the log has the same decision, with or without reasons in the answer',
  (policy) => {
    const mock = createMock({ policy })
    const people = mock.users().map(({ email }) => email)

    test.each(people)('of %s', async (as) => {
      const { access } = mock.client({ as })
      for (const [operation, more] of questions) {
        await access.evaluate(question(operation, { ...more, explain: true }))
        const { decision } = lastOf(mock)
        const told = await access.evaluate(question(operation, more))
        expect(Object.keys(told)).toEqual(['decision'])
        expect(lastOf(mock).decision).toEqual(decision)
      }
    })

    test('about everyone, asked by an enforcement point in batches', () => {
      const token = mock.token({ enforcementPoint: true })
      const ask = (explain?: true) => {
        const evaluations = people.flatMap((subject) =>
          questions.map(([name, more]) =>
            question(name, { ...more, subject, ...(explain && { explain }) }),
          ),
        )
        return evaluations.flatMap((_, index) => {
          if (index % 100 > 0) return []
          const body = JSON.stringify({ evaluations: evaluations.slice(index, index + 100) })
          const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
          const path = '/access/v1/evaluations'
          const { status } = mock.handle({ method: 'POST', path, query: '', headers, body })
          expect(status).toBe(200)
          return lastOf(mock).decisions ?? []
        })
      }
      const explained = ask(true)
      expect(explained).toHaveLength(people.length * questions.length)
      expect(ask()).toEqual(explained)
    })
  },
)

test('a denial has its rule, its text and its remedies', async () => {
  const mock = createMock()
  const { access } = mock.client({ as: 'lead@acme.test' })
  await access.evaluate(question('roles.create', questions[0][1]))
  const { decision } = lastOf(mock)
  expect(decision).toMatchObject({
    rule: 'AD-04',
    status: 403,
    alternatives: [{ calls: [{ operation: 'users.update' }] }],
  })
  expect(decision?.text).toMatch(
    /^roles\.create needs “Manage roles” \(admin:manage_roles\) in team Admin\./,
  )
  expect(decision).not.toHaveProperty('final')
})

test('a person without a membership gets the steps to one', async () => {
  const mock = createMock({ policy: 'superannotate' })
  const { access } = mock.client({ as: 'paused@acme.test' })
  for (const more of [{}, { args: [{ limit: 1 }] }]) {
    await access.evaluate(question('projects.list', more))
    expect(lastOf(mock).decision).toMatchObject({
      rule: 'membership',
      alternatives: [{ calls: [{ operation: 'users.update' }] }],
    })
  }
})

test('a batch whose reasons take too long is answered, and the log says where they are missing', async () => {
  const mock = createMock()
  const { access } = mock.client({ as: 'reviewer@acme.test' })
  const unknown = Array.from({ length: 99 }, (_, at) => [`k${at}`, 'admin'])
  const teams = { legacy: 'admin', ...Object.fromEntries(unknown) }
  const wide = question('users.update', { args: ['lead@acme.test', { teams }] })
  const { evaluations } = await access.evaluateAll({ evaluations: Array(20).fill(wide) })
  expect(evaluations?.map(({ decision }) => decision)).toEqual(Array(20).fill(false))
  const { decisions = [] } = lastOf(mock)
  expect(decisions).toHaveLength(20)
  const isExplained = decisions.map(({ rule }) => rule !== '')
  expect(isExplained.slice(isExplained.indexOf(false))).not.toContain(true)
  const [first, last] = [decisions[0], decisions.at(-1)]
  expect(first?.rule).toMatch(/^AD-/)
  expect(last).toMatchObject({ allowed: false, outcome: 'no', rule: '', status: 403 })
  expect(last?.text).toMatch(/^The policy denies it\. The log leaves out its reasons/)
  expect(last).not.toHaveProperty('final')
})
