import { expect, test } from 'vitest'
import { acme } from '../../mocks/policies/superannotate/acme.ts'
import { definePolicy, superannotate } from '../../mocks/policies/index.ts'
import { acmeOf } from '../support/acme-of.ts'
import { refusal } from '../support/refusal.ts'

test('a kind of artifact can be hidden where nothing else is', async () => {
  const policy = definePolicy({ ...superannotate, name: 'own', visibility: {} })
  const { as, artifact } = acmeOf(policy, { scenario: acme })
  const run = await artifact('segmenter-run-1')
  const newcomer = as('newcomer')
  expect((await refusal(newcomer.artifacts.get(run))).status).toBe(404)
  expect((await newcomer.can('projects.get', 'receipts')).status).toBe(403)
})

test('without hiding rules, everyone sees the resource', async () => {
  const { training_run, ...others } = superannotate.kinds
  const { see: _, ...seen } = training_run
  const kinds = { ...others, training_run: seen }
  const policy = definePolicy({ ...superannotate, name: 'own', visibility: {}, kinds })
  const { as, artifact } = acmeOf(policy, { scenario: acme })
  const run = await artifact('segmenter-run-1')
  expect((await refusal(as('newcomer').artifacts.get(run))).status).toBe(403)
})
