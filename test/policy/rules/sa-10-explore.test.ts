import { expect, test } from 'vitest'
import { superannotate } from '../../../mocks/policies/index.ts'
import { acme as scenario } from '../../../mocks/policies/superannotate/acme.ts'
import { acmeOf, email } from '../../support/acme-of.ts'
import { denial } from '../../support/refusal.ts'
import { team } from '../../support/superannotate.ts'

test.each(['admin', 'granted', 'revoked', 'explorer'])(
  'SA-10 %s, who was granted it or owns the team, explores datasets',
  async (name) => {
    const { as, artifact } = team()
    const dataset = await artifact('crossings')
    expect(await as(name).artifacts.run(dataset, 'explore', {})).toMatchObject({
      action: 'explore',
    })
  },
)

test.each(['plain', 'project-admin', 'former-admin', 'annotator'])(
  'SA-10 %s does not',
  async (name) => {
    const { as, artifact } = team()
    const dataset = await artifact('crossings')
    expect(await denial(as(name).artifacts.run(dataset, 'explore', {}))).toMatchObject({
      rule: 'SA-10',
    })
  },
)

test('SA-10 a Project Admin’s grant counts on that project alone', async () => {
  const { as, owner, artifact } = team()
  await owner.projects.members.add('receipts', {
    subject: { type: 'user', id: email('explorer') },
    roles: { project: 'project_admin' },
  })
  const { artifacts } = as('explorer')
  await artifacts.run(await artifact('crossings'), 'explore', {})
  expect(await denial(artifacts.run(await artifact('receipts-2025'), 'explore', {}))).toMatchObject(
    { rule: 'SA-10' },
  )
})

test('SA-10 other contributors never: the box cannot be ticked for them', async () => {
  const { as, artifact } = team()
  const decision = await denial(
    as('annotator').artifacts.run(await artifact('crossings'), 'explore', {}),
  )
  const calls = decision.alternatives.map((way) => way.calls.map(({ args }) => args.at(-1)))
  expect(calls).toEqual([
    [{ roles: { project: 'project_admin' }, grants: { explore: true } }],
    [{ role: 'admin' }, { grants: { explore: true } }],
  ])
})

test('SA-10 reading: the plan must include it, even for the owner', async () => {
  const { organization } = scenario
  const plan = { name: 'starter', features: [] }
  const { as, artifact } = acmeOf(superannotate, {
    scenario: { ...scenario, organization: { ...organization, plan } },
  })
  const dataset = await artifact('crossings')
  for (const name of ['admin', 'granted', 'explorer']) {
    const decision = await denial(as(name).artifacts.run(dataset, 'explore', {}))
    expect(decision).toMatchObject({ rule: 'SA-10', alternatives: [] })
    expect(decision.final).toBeTypeOf('string')
  }
})
