import { expect, test } from 'vitest'
import { acme } from '../../support/acme.ts'
import { denial } from '../../support/refusal.ts'

const interaction = (project: string) => ({ kind: 'interaction', project, name: 'Hello' })

test('AD-02 one path with everything needed is enough', async () => {
  expect(await acme().as('agent').artifacts.create(interaction('triage'))).toMatchObject({
    project: 'triage',
  })
})

test('AD-02 roles never mix across teams', async () => {
  // The agent holds use_case:interact in support, whose share of churn is capped, and not in research.
  const decision = await denial(acme().as('agent').artifacts.create(interaction('churn')))
  expect(decision.text).toContain('(use_case:interact) on use case Churn prediction (churn)')
})

test('AD-02 rights from two paths do not add up', async () => {
  const { as, artifact } = acme()
  const model = await artifact('churn-small')
  await as('admin').users.update('agent@acme.test', { teams: { research: 'annotator' } })
  // Interacting goes through the owning team; deploying through neither path.
  await as('agent').artifacts.create(interaction('churn'))
  await denial(as('agent').artifacts.run(model, 'deploy', {}))
})

test("AD-02 an owner's path does not share what another path may share", async () => {
  const { as } = acme()
  const user = 'agent@acme.test'
  // An annotator in the owning team, and an admin where a share for admins leads.
  const teams = { research: 'annotator', support: 'admin', legacy: 'read-only' }
  await as('admin').users.update(user, { teams })
  const { members } = as('bridge').projects
  const support = await as('bridge').teams.get('support')
  const { data } = await members.list('churn')
  const share = data.find(({ subject }) => subject.id === support.id)
  await members.update('churn', share?.id ?? '', { roles: { project: 'admin' } })
  const entry = {
    subject: { type: 'team' as const, id: 'legacy' },
    roles: { project: 'read-only' },
  }
  expect(await denial(as('agent').projects.members.add('churn', entry))).toMatchObject({
    rule: 'AD-14',
  })
})
