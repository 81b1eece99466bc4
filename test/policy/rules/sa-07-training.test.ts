import { expect, test } from 'vitest'
import { email } from '../../support/acme-of.ts'
import { denial } from '../../support/refusal.ts'
import { team } from '../../support/superannotate.ts'

const kind = 'training_run'

test.each(['admin', 'granted'])(
  'SA-07 %s starts, changes, reruns, stops and deletes runs, anyone’s',
  async (name) => {
    const { as, artifact } = team()
    const { artifacts } = as(name)
    const { id } = await artifacts.create({ kind, name: 'mine' })
    for (const run of [id, await artifact('segmenter-run-1'), await artifact('segmenter-run-2')]) {
      expect(await artifacts.update(run, { name: 'changed' })).toMatchObject({ name: 'changed' })
      expect(await artifacts.run(run, 'rerun', {})).toMatchObject({ action: 'rerun' })
      expect(await artifacts.run(run, 'stop', {})).toMatchObject({ action: 'stop' })
      await artifacts.delete(run)
    }
  },
)

test('SA-07 the owner sees and stops the runs of an admin', async () => {
  const { as, owner } = team()
  const { id } = await as('granted').artifacts.create({ kind, name: 'theirs' })
  expect(await owner.artifacts.get(id)).toMatchObject({ name: 'theirs' })
  expect(await owner.artifacts.run(id, 'stop', {})).toMatchObject({ action: 'stop' })
})

test.each(['revoked', 'plain', 'project-admin', 'annotator', 'newcomer'])(
  'SA-07 %s starts none',
  async (name) => {
    const { artifacts } = team().as(name)
    expect(await denial(artifacts.create({ kind, name: 'mine' }))).toMatchObject({ rule: 'SA-07' })
  },
)

test('SA-07 reading: runs belong to the team, not to a project', async () => {
  const { owner } = team()
  await expect(
    owner.artifacts.create({ kind, name: 'mine', project: 'receipts' }),
  ).rejects.toMatchObject({ status: 422 })
})

const tab = async (name: string): Promise<readonly string[]> => {
  const { access } = team().as(name)
  const { results } = await access.searchActions({
    subject: { type: 'user', id: 'me' },
    resource: { type: 'organization', id: 'current' },
    page: { limit: 200 },
  })
  return results.map((action) => action.name).filter((action) => action.startsWith('neural_'))
}

test('SA-09 the Neural Networks tab is active, inactive or hidden', async () => {
  const active = ['neural_networks:see', 'neural_networks:use']
  expect(await tab('admin')).toEqual(active)
  expect(await tab('granted')).toEqual(active)
  expect(await tab('revoked')).toEqual(['neural_networks:see'])
  expect(await tab('plain')).toEqual(['neural_networks:see'])
  expect(await tab('project-admin')).toEqual([])
  expect(await tab('newcomer')).toEqual([])
})

test('SA-09 access.evaluate says the same, also of others to whoever may list members', async () => {
  const { owner } = team()
  const ask = (name: string, action: string) =>
    owner.access.evaluate({
      subject: { type: 'user', id: email(name) },
      action: { name: `neural_networks:${action}` },
      resource: { type: 'organization', id: 'current' },
    })
  expect(await ask('granted', 'use')).toMatchObject({ decision: true })
  expect(await ask('plain', 'see')).toMatchObject({ decision: true })
  expect(await ask('plain', 'use')).toMatchObject({ decision: false })
  expect(await ask('newcomer', 'see')).toMatchObject({ decision: false })
})
