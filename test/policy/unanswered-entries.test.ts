import { expect, test } from 'vitest'
import { acme } from '../../mocks/policies/ica/acme.ts'
import { definePolicy, ica } from '../../mocks/policies/index.ts'
import { acmeOf, email } from '../support/acme-of.ts'
import { explainedOf, outcomeOf } from '../support/outcome.ts'
import { waysIn } from '../support/remedy-arguments.ts'

/** Everybody sees everything, so that a right is missing and not sight. */
const policy = definePolicy({ ...ica, name: 'own', visibility: {} })

const statuses = new Map<string, 'pending' | 'rejected'>([
  [email('analyst'), 'pending'],
  [email('courier'), 'rejected'],
  ['lab', 'pending'],
])

/** A user and a workgroup with unanswered entries, and a user who rejected one. */
const scenario = {
  ...acme,
  members: acme.members.map((member) => {
    const status = statuses.get(member.subject.id)
    return status ? { ...member, status } : member
  }),
}

const genomes = { type: 'project', id: 'genomes' } as const
const connects = 'project:create_connector'

const added = (name: string) => [
  ['genomes', { subject: { type: 'user', id: email(name) }, roles: { project: 'data_provider' } }],
]
const joined = (name: string) => [[email(name), { teams: { statistics: 'workgroup_member' } }]]

test.each(['analyst', 'courier', 'scientist'])('%s has no right from an entry', async (name) => {
  const { as } = acmeOf(policy, { scenario })
  expect(await outcomeOf(as(name), connects, genomes)).toBe('no')
})

test('a user with an unanswered entry accepts it', async () => {
  const { as, entry } = acmeOf(policy, { scenario })
  const id = await entry('genomes', 'analyst')
  const ways = waysIn(await explainedOf(as('analyst'), connects, genomes))
  expect(ways).toEqual([[['genomes', id]], joined('analyst')])
  await as('analyst').projects.members.accept('genomes', id)
  expect(await outcomeOf(as('analyst'), connects, genomes)).toBe('yes')
})

test('accepting is not offered for a right that the entry does not give', async () => {
  const { as } = acmeOf(policy, { scenario })
  const { alternatives } = await explainedOf(as('analyst'), 'project:delete_data', genomes)
  expect(alternatives).toEqual([])
})

test('an entry that counts is given another role', async () => {
  const { as, entry } = acmeOf(policy, { scenario })
  const id = await entry('genomes', 'guest')
  const ways = waysIn(await explainedOf(as('guest'), connects, genomes))
  expect(ways).toEqual([
    [['genomes', id, { roles: { project: 'data_provider' } }]],
    joined('guest'),
  ])
})

test('a user who rejected is not offered another role in that entry', async () => {
  const { as } = acmeOf(policy, { scenario })
  const ways = waysIn(await explainedOf(as('courier'), connects, genomes))
  expect(ways).toEqual([joined('courier')])
})

test("a workgroup's entry that is not accepted is no reason to join", async () => {
  const { as } = acmeOf(policy, { scenario })
  const ways = waysIn(await explainedOf(as('scientist'), connects, genomes))
  expect(ways).toEqual([added('scientist'), joined('scientist')])
})
