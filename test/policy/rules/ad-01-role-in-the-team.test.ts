import { expect, test } from 'vitest'
import { acme } from '../../support/acme.ts'
import { email } from '../../support/acme-of.ts'
import { outcomeOf } from '../../support/outcome.ts'
import { denial, refusal } from '../../support/refusal.ts'

const job = { kind: 'training_job', project: 'churn', name: 'Second run' }

test('AD-01 the role held in the team concerned allows its permissions', async () => {
  const created = await acme().as('scientist').artifacts.create(job)
  expect(created).toMatchObject(job)
})

test('AD-01 a permission missing from this role is denied', async () => {
  const decision = await denial(acme().as('analyst').artifacts.create(job))
  expect(decision).toMatchObject({ rule: 'AD-01', action: 'artifacts.create', status: 403 })
  expect(decision.text).toContain(
    '“Fine-tune models” (use_case:adapt) on use case Churn prediction (churn)',
  )
  expect(decision.text).toContain('Your role in team Research, Read Only, does not include it.')
})

test('AD-01 reading: a use case is deleted with use_case:update', async () => {
  const { as } = acme()
  expect(await denial(as('analyst').projects.delete('summaries'))).toMatchObject({ rule: 'AD-01' })
  await as('scientist').projects.delete('summaries')
})

test('AD-01 reading: jobs are seen with use_case:read', async () => {
  const { as, artifact } = acme()
  const run = await artifact('churn-small-run-1')
  expect(await as('analyst').artifacts.get(run)).toMatchObject({ kind: 'training_job' })
})

test('AD-01 reading: being attached shows a model, changing it needs the permission where it belongs', async () => {
  const { as, artifact } = acme()
  const model = await artifact('churn-small')
  expect(await as('support-lead').artifacts.get(model)).toMatchObject({ project: 'churn' })
  expect(await denial(as('support-lead').artifacts.update(model, { name: 'Ours' }))).toMatchObject({
    rule: 'AD-01',
  })
  expect(await as('lead').artifacts.update(model, { name: 'Ours' })).toMatchObject({ name: 'Ours' })
})

test('AD-01 reading: a model is attached with use_case:manage_models where it is attached to', async () => {
  const { as, artifact } = acme()
  const model = await artifact('summary-small')
  expect(
    await denial(as('labeler').artifacts.run(model, 'attach', { project: 'churn' })),
  ).toMatchObject({ rule: 'AD-01' })
  expect(await as('scientist').artifacts.run(model, 'attach', { project: 'churn' })).toMatchObject({
    action: 'attach',
  })
})

test('AD-01 reading: moving needs the permission to leave in the old place, and to create in the new one', async () => {
  const { as, artifact } = acme()
  const dataset = await artifact('customers-2025')
  const summaries = { project: 'summaries' }
  expect(await denial(as('labeler').artifacts.move(dataset, summaries))).toMatchObject({
    rule: 'AD-01',
  })
  expect(await as('scientist').artifacts.move(dataset, summaries)).toMatchObject(summaries)
})

test('AD-01 reading: nothing but datasets and models moves', async () => {
  const { as, artifact } = acme()
  const metric = await artifact('recall-at-10')
  const error = await refusal(as('lead').artifacts.move(metric, { project: 'summaries' }))
  expect(error).toMatchObject({ status: 403, code: 'operation_not_offered' })
})

test('AD-01 an artifact belongs to a use case', async () => {
  const { as } = acme()
  const error = await refusal(as('lead').artifacts.create({ kind: 'dataset', name: 'Loose' }))
  expect(error).toMatchObject({ status: 422, code: 'validation_failed' })
})

test('AD-01 reading: attaching and detaching need use_case:manage_models there, and sight of the model', async () => {
  const { as, artifact } = acme()
  const model = await artifact('churn-small')
  const permissions = ['use_case:read', 'use_case:manage_models']
  await as('admin').roles.create({ key: 'attacher', permissions })
  await as('admin').users.update(email('watcher'), { teams: { support: 'attacher' } })
  await as('support-lead').projects.create({ key: 'desk', team: 'support' })
  const run = (name: string, action: 'attach' | 'detach', project: string) =>
    as(name).artifacts.run(model, action, { project })
  for (const call of [
    run('watcher', 'attach', 'desk'),
    run('watcher', 'detach', 'triage'),
    run('labeler', 'detach', 'triage'),
  ].map(denial)) {
    expect(await call).toMatchObject({ rule: 'AD-01' })
  }
  await run('scientist', 'detach', 'triage')
})

test.each(['customers-2025', 'churn-small'])(
  'AD-01 reading: %s is moved by nobody who may only take it away, or only create it there',
  async (name) => {
    const { as, artifact } = acme()
    const id = await artifact(name)
    const { users } = as('admin')
    await users.update(email('scientist'), { teams: { legacy: 'read-only' } })
    await users.update(email('analyst'), { teams: { legacy: 'power_user' } })
    for (const person of ['scientist', 'analyst']) {
      const call = as(person).artifacts.move(id, { project: 'archive' })
      expect(await denial(call)).toMatchObject({ rule: 'AD-01' })
    }
    await users.update(email('analyst'), { teams: { research: 'power_user' } })
    await as('analyst').artifacts.move(id, { project: 'archive' })
  },
)

test('AD-01 a team is visible to its members', async () => {
  const { as } = acme()
  const research = { type: 'team', id: 'research' }
  expect(await outcomeOf(as('analyst'), 'team:read', research)).toBe('yes')
  expect(await outcomeOf(as('watcher'), 'team:read', research)).toBe('no')
})

test('AD-01 every active member sees the organization and the policy in force', async () => {
  const newcomer = acme().as('newcomer')
  expect(await newcomer.organization.get()).toMatchObject({ name: 'Acme' })
  expect(await newcomer.policy.get()).toMatchObject({ name: 'adaptive' })
  expect((await newcomer.policy.matrix()).policy).toBe('adaptive')
})
