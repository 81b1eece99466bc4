import { expect, test } from 'vitest'
import { acme } from '../../support/acme.ts'
import { denial } from '../../support/refusal.ts'

const interaction = (project: string) => ({ kind: 'interaction', project, name: 'Hello' })

test('AD-02 one path that has all that is needed is enough', async () => {
  expect(await acme().as('agent').artifacts.create(interaction('triage'))).toMatchObject({
    project: 'triage',
  })
})

test('AD-02 roles never mix across teams', async () => {
  // The agent holds use_case:interact in support, whose share of churn is capped, and not in research.
  const decision = await denial(acme().as('agent').artifacts.create(interaction('churn')))
  expect(decision.text).toContain('use_case:interact on use case churn')
})

test('AD-02 what two paths give together does not count', async () => {
  const { as, artifact } = acme()
  const model = await artifact('churn-small')
  await as('admin').users.update('agent@acme.test', { teams: { research: 'annotator' } })
  // Interacting goes through the owning team; deploying through neither path.
  await as('agent').artifacts.create(interaction('churn'))
  await denial(as('agent').artifacts.run(model, 'deploy', {}))
})
