import { expect, test } from 'vitest'
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
