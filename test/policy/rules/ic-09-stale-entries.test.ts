import { expect, test } from 'vitest'
import { ica } from '../../../mocks/policies/index.ts'
import { acmeOf } from '../../support/acme-of.ts'
import { refusal } from '../../support/refusal.ts'

test('IC-09 an update with the present If-Match succeeds, with a stale one it is 412', async () => {
  const { as, entry, mock } = acmeOf(ica)
  const { members } = as('lead').projects
  const id = await entry('genomes', 'analyst')
  const { etag } = await members.get('genomes', id)
  await members.update('genomes', id, { rights: ['download'] }, { ifMatch: etag })
  const before = mock.state
  const late = members.update('genomes', id, { rights: ['upload'] }, { ifMatch: etag })
  expect(await refusal(late)).toMatchObject({ status: 412, code: 'stale_etag' })
  expect(await refusal(members.remove('genomes', id, { ifMatch: etag }))).toMatchObject({
    status: 412,
  })
  expect(mock.state).toBe(before)
  expect(await members.get('genomes', id)).toMatchObject({ rights: ['download'] })
})

test('IC-09 an answer changes the entry', async () => {
  const { as, entry } = acmeOf(ica)
  const id = await entry('genomes', 'invited')
  const { etag } = await as('lead').projects.members.get('genomes', id)
  await as('invited').projects.members.accept('genomes', id)
  const late = as('lead').projects.members.update('genomes', id, {}, { ifMatch: etag })
  expect(await refusal(late)).toMatchObject({ status: 412 })
})
