import { expect, test } from 'vitest'
import { email } from '../../support/acme-of.ts'
import { denial, refusal } from '../../support/refusal.ts'
import { type Team, team } from '../../support/superannotate.ts'

const kind = 'training_run'
const user = email('granted')

const box = (acme: Team, ticked: true | null) =>
  acme.owner.users.update(user, { grants: { run_training: ticked } })

const start = async (acme: Team, name: string): Promise<string> =>
  (await acme.owner.artifacts.create({ kind, name })).id

const seen = async (acme: Team): Promise<readonly string[]> => {
  const { data } = await acme.as('granted').artifacts.list({ kind, limit: 200 })
  return data.map(({ name }) => name)
}

test('SA-08 after revocation the admin sees the runs from before, read-only, with their metrics', async () => {
  const acme = team()
  const before = await start(acme, 'before')
  await box(acme, null)
  const { artifacts } = acme.as('granted')
  expect(await artifacts.get(before)).toMatchObject({ name: 'before' })
  expect(await artifacts.run(before, 'download_metrics', {})).toMatchObject({
    action: 'download_metrics',
  })
  for (const call of [
    () => artifacts.update(before, { name: 'mine' }),
    () => artifacts.run(before, 'rerun', {}),
    () => artifacts.run(before, 'stop', {}),
    () => artifacts.delete(before),
  ]) {
    expect(await denial(call())).toMatchObject({ rule: 'SA-07' })
  }
})

test('SA-08 and none from after: 404, absent from lists', async () => {
  const acme = team()
  await start(acme, 'before')
  await box(acme, null)
  const after = await start(acme, 'after')
  const { artifacts } = acme.as('granted')
  for (const call of [
    () => artifacts.get(after),
    () => artifacts.run(after, 'download_metrics', {}),
    () => artifacts.update(after, { name: 'mine' }),
    () => artifacts.delete(after),
  ]) {
    expect(await refusal(call())).toMatchObject({ status: 404 })
  }
  expect(await seen(acme)).toEqual(['segmenter-run-1', 'segmenter-run-2', 'before'])
})

test('SA-08 a hidden run reads like a missing one', async () => {
  const acme = team()
  await box(acme, null)
  const hidden = await start(acme, 'after')
  const unknown = hidden.replace(/.{4}$/, 'zzzz')
  const { artifacts } = acme.as('granted')
  const bytes = async (id: string) => {
    const { instance: _, ...problem } = {
      instance: '',
      ...(await refusal(artifacts.get(id))).problem,
    }
    return JSON.stringify(problem).replaceAll(id, 'ID')
  }
  expect(await bytes(hidden)).toBe(await bytes(unknown))
})

test('SA-08 a later change neither reveals an old run nor hides it', async () => {
  const acme = team()
  const before = await start(acme, 'before')
  await box(acme, null)
  const after = await start(acme, 'after')
  await acme.owner.artifacts.update(before, { name: 'renamed' })
  await acme.owner.artifacts.update(after, { name: 'renamed too' })
  expect(await seen(acme)).toEqual(['segmenter-run-1', 'segmenter-run-2', 'renamed'])
})

test('SA-08 unticking a box that is not ticked reveals nothing', async () => {
  const acme = team()
  await box(acme, null)
  await start(acme, 'after')
  await box(acme, null)
  expect(await seen(acme)).not.toContain('after')
})

test('SA-08 an admin who was never granted sees none, before or after an unticking', async () => {
  const acme = team()
  const { data } = await acme.as('plain').artifacts.list({ kind })
  expect(data).toEqual([])
  await acme.owner.users.update(email('plain'), { grants: { run_training: null } })
  expect((await acme.as('plain').artifacts.list({ kind })).data).toEqual([])
})

test('SA-08 revoking another grant hides and shows no run', async () => {
  const acme = team()
  await acme.owner.users.update(user, { grants: { explore: null, run_training: null } })
  await acme.owner.users.update(user, { grants: { explore: true } })
  await start(acme, 'after')
  await acme.owner.users.update(user, { grants: { explore: null } })
  expect(await seen(acme)).toEqual(['segmenter-run-1', 'segmenter-run-2'])
})

test('SA-08 reading: granting again shows all, and the next revocation those until then', async () => {
  const acme = team()
  await box(acme, null)
  await start(acme, 'between')
  await box(acme, true)
  expect(await seen(acme)).toContain('between')
  await box(acme, null)
  await start(acme, 'after')
  expect(await seen(acme)).toEqual(['segmenter-run-1', 'segmenter-run-2', 'between'])
})

test('SA-08 a revoked admin of the scenario sees the first run, and not the second', async () => {
  const { as, artifact } = team()
  const { artifacts } = as('revoked')
  expect(await artifacts.get(await artifact('segmenter-run-1'))).toMatchObject({ kind })
  expect(await refusal(artifacts.get(await artifact('segmenter-run-2')))).toMatchObject({
    status: 404,
  })
})
