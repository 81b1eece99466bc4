import { expect, test } from 'vitest'
import { email } from '../../support/acme-of.ts'
import { team } from '../../support/superannotate.ts'

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

test('SA-09 access.evaluate says the same, also about others to users who may list members', async () => {
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
