import { describe, expect, test } from 'vitest'
import { adaptive, bigml, ica, peltarion, superannotate } from '../../mocks/policies/index.ts'
import type { Policy } from '../../mocks/policy/index.ts'
import { resourceOf } from '../conformance/resource.ts'
import { type Acme, acmeOf, email } from '../support/acme-of.ts'
import { denial } from '../support/refusal.ts'

const dependsOnHidden =
  'It takes an active membership first. What else it takes depends on what is hidden.'

/** Calls that name something existing, each with the same call about nothing. */
const pairs: Readonly<Record<string, readonly [string, unknown[], unknown[]][]>> = {
  adaptive: [
    ['projects.get', ['churn'], ['nothing']],
    ['users.get', [email('lead')], [email('nobody')]],
    ['teams.get', ['research'], ['nothing']],
    ['roles.get', ['deputy'], ['nothing']],
    ['users.list', [{ team: 'research' }], [{ team: 'nothing' }]],
    ['projects.create', [{ key: 'x', team: 'research' }], [{ key: 'x', team: 'nothing' }]],
    [
      'users.create',
      [{ email: email('x'), teams: { research: 'deputy' } }],
      [{ email: email('x'), teams: { nothing: 'nothing' } }],
    ],
    ['artifacts.list', [{ project: 'churn' }], [{ project: 'nothing' }]],
  ],
  superannotate: [
    ['projects.get', ['receipts'], ['nothing']],
    [
      'users.update',
      [email('plain'), { role: 'contributor' }],
      [email('nobody'), { role: 'contributor' }],
    ],
  ],
  peltarion: [
    ['projects.get', ['churn'], ['nothing']],
    ['projects.delete', ['notes'], ['nothing']],
    ['users.get', [email('lead')], [email('nobody')]],
  ],
  ica: [
    ['projects.get', ['genomes'], ['nothing']],
    ['teams.get', ['lab'], ['nothing']],
    ['users.get', [email('lead')], [email('nobody')]],
    [
      'users.update',
      [email('lead'), { teams: { lab: true } }],
      [email('lead'), { teams: { nothing: true } }],
    ],
  ],
  bigml: [
    ['projects.get', ['triage'], ['nothing']],
    ['projects.update', ['churn', { name: 'x' }], ['nothing', { name: 'x' }]],
    [
      'projects.members.add',
      ['churn', { subject: { type: 'user', id: email('lead') } }],
      ['churn', { subject: { type: 'user', id: email('nobody') } }],
    ],
    ['users.get', [email('lead')], [email('nobody')]],
  ],
}

/** People whom no call can make members: removed, added and not invited, or with an ended invitation. */
const outsiders: readonly [Policy, string][] = [
  [adaptive, 'labeler'],
  [adaptive, 'invited'],
  [superannotate, 'labeler'],
  [superannotate, 'declined'],
  [peltarion, 'viewer'],
  [peltarion, 'withdrawn'],
  [ica, 'guest'],
  [bigml, 'guest'],
  [bigml, 'declined'],
]

async function outsideOf({ as }: Acme, name: string) {
  const { data } = await as('admin').users.list({ limit: 200 })
  const isMember = data.some((user) => user.email === email(name) && user.status === 'active')
  if (isMember) await as('admin').users.remove(email(name))
  return as(name)
}

describe.each(outsiders.map(([policy, name]) => ({ on: policy.name, policy, name })))(
  'on $on $name@, with no way to become a member,',
  ({ policy, name }) => {
    test.each(pairs[policy.name] ?? [])(
      'learns by no %s what exists',
      async (operation, one, none) => {
        const client = await outsideOf(acmeOf(policy), name)
        const decision = await denial(client.call(operation, ...one))
        expect(decision).toMatchObject({
          code: 'not_a_member',
          alternatives: [],
          final: dependsOnHidden,
        })
        expect(await denial(client.call(operation, ...none))).toEqual(decision)
        expect(await client.call('access.evaluate', asked(operation, one))).toMatchObject({
          context: decision,
        })
      },
    )

    test.each((pairs[policy.name] ?? []).filter(([operation]) => operation.endsWith('.get')))(
      'nor by whether %s is allowed, whatever its arguments',
      async (operation, one, none) => {
        const { access } = await outsideOf(acmeOf(policy), name)
        const [told, other] = await Promise.all(
          [one, none].map((args) => {
            const { context: _, ...question } = asked(operation, args)
            return access.evaluate({ ...question, context: { rolecall: { explain: true } } })
          }),
        )
        expect(told).toMatchObject({ context: { alternatives: [], final: dependsOnHidden } })
        expect(other).toEqual(told)
      },
    )

    test('learns more where a call names nothing', async () => {
      const client = await outsideOf(acmeOf(policy), name)
      const { final } = await denial(client.projects.list())
      expect(final).toMatch(
        /^(Only an active membership|The invitation was|An active membership alone)/,
      )
    })
  },
)

const asked = (operation: string, args: unknown[]) => ({
  subject: { type: 'user', id: 'me' },
  action: { name: operation },
  resource: resourceOf({ operation, args }),
  context: { rolecall: { args, explain: true } },
})

test('in a question about another person, the asker keeps their own view', async () => {
  const { access } = acmeOf(adaptive).as('admin')
  const { context } = await access.evaluate({
    ...asked('projects.get', ['churn']),
    subject: { type: 'user', id: email('invited') },
  })
  expect(context?.final).not.toBe(dependsOnHidden)
})
