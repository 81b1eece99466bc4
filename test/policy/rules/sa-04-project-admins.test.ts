import { expect, test } from 'vitest'
import { denial, refusal } from '../../support/refusal.ts'
import { team } from '../../support/superannotate.ts'

const project = 'street-scenes'

test.each(['admin', 'granted', 'plain'])(
  'SA-04 %s sets whether a Project Admin may download and explore',
  async (name) => {
    const { as, entry } = team()
    const id = await entry(project, 'project-admin')
    const { members } = as(name).projects
    expect(
      await members.update(project, id, { rights: [], grants: { explore: true } }),
    ).toMatchObject({ rights: [], grants: { explore: true } })
    expect(
      await members.update(project, id, { rights: ['download'], grants: { explore: null } }),
    ).toMatchObject({ rights: ['download'], grants: {} })
  },
)

test.each(['project-admin', 'explorer', 'annotator'])(
  'SA-04 %s does not, a Project Admin’s own included',
  async (name) => {
    const { as, entry } = team()
    const id = await entry(project, 'project-admin')
    const { members } = as(name).projects
    expect(await denial(members.update(project, id, { rights: [] }))).toMatchObject({
      rule: 'SA-04',
    })
    expect(await denial(members.update(project, id, { grants: { explore: true } }))).toMatchObject({
      rule: 'SA-04',
    })
  },
)

test('SA-04 a Project Admin adds a contributor without permissions only', async () => {
  const { members } = team().as('project-admin').projects
  const subject = { type: 'user', id: 'newcomer@acme.test' } as const
  const roles = { project: 'project_contributor' }
  expect(
    await denial(members.add(project, { subject, roles, rights: ['download'] })),
  ).toMatchObject({ rule: 'SA-04' })
  expect(await members.add(project, { subject, roles })).toMatchObject({ roles })
})

test('SA-04 only explore is ticked on a project, and only for Project Admins', async () => {
  const { owner, entry } = team()
  const { members } = owner.projects
  const admin = await entry(project, 'project-admin')
  expect(
    await refusal(members.update(project, admin, { grants: { run_training: true } })),
  ).toMatchObject({ status: 422, code: 'unknown_reference' })
  const annotator = await entry(project, 'annotator')
  expect(
    await refusal(members.update(project, annotator, { grants: { explore: true } })),
  ).toMatchObject({ status: 422, code: 'invalid_target' })
  const added = {
    subject: { type: 'user' as const, id: 'newcomer@acme.test' },
    roles: { project: 'project_contributor' },
    grants: { explore: true as const },
  }
  expect(await refusal(members.add(project, added))).toMatchObject({
    status: 422,
    code: 'invalid_target',
  })
})
