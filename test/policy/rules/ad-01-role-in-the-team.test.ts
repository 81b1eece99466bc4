import { expect, test } from 'vitest'
import { acme } from '../../support/acme.ts'
import { denial, refusal } from '../../support/refusal.ts'

const job = { kind: 'training_job', project: 'churn', name: 'Second run' }

test('AD-01 allows what the role held in the team concerned contains', async () => {
  const created = await acme().as('scientist').artifacts.create(job)
  expect(created).toMatchObject(job)
})

test('AD-01 denies a permission that this role lacks', async () => {
  const decision = await denial(acme().as('analyst').artifacts.create(job))
  expect(decision).toMatchObject({ rule: 'AD-01', action: 'artifacts.create', status: 403 })
  expect(decision.text).toContain('use_case:adapt on use case churn')
  expect(decision.text).toContain('Your role in team research, read-only, lacks it.')
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

test('AD-01 reading: moving takes leave where the artifact is, and creation where it goes', async () => {
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
