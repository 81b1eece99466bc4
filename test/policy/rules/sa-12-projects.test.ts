import { expect, test } from 'vitest'
import { email } from '../../support/acme-of.ts'
import { outcomeOf } from '../../support/outcome.ts'
import { denial, refusal } from '../../support/refusal.ts'
import { team } from '../../support/superannotate.ts'

const project = 'street-scenes'
const contributor = { project: 'project_contributor' }
const projectAdmin = { project: 'project_admin' }
const person = (name: string) => ({ type: 'user' as const, id: email(name) })

test.each(['admin', 'granted', 'plain'])(
  'SA-12 %s creates and deletes projects, and sees all',
  async (name) => {
    const { projects } = team().as(name)
    expect(await projects.create({ key: 'new', tags: ['text'] })).toMatchObject({ key: 'new' })
    expect((await projects.list()).data).toHaveLength(3)
    await projects.delete('new')
    await projects.delete(project)
    expect((await projects.list()).data.map(({ key }) => key)).toEqual(['receipts'])
  },
)

test.each(['project-admin', 'annotator', 'newcomer'])('SA-12 %s does not', async (name) => {
  const { projects } = team().as(name)
  expect(await denial(projects.create({ key: 'new' }))).toMatchObject({ rule: 'SA-12' })
})

test('SA-12 a Project Admin edits the project, and does not delete it', async () => {
  const { projects } = team().as('project-admin')
  expect(await projects.update(project, { name: 'Streets' })).toMatchObject({ name: 'Streets' })
  expect(await denial(projects.delete(project))).toMatchObject({ rule: 'SA-12' })
})

test('SA-12 other members see the projects they are on, and change nothing there', async () => {
  const { as, artifact } = team()
  const { projects, artifacts } = as('annotator')
  expect((await projects.list()).data.map(({ key }) => key)).toEqual([project])
  expect(await artifacts.get(await artifact('crossings'))).toMatchObject({ kind: 'dataset' })
  for (const call of [
    () => projects.update(project, { name: 'Mine' }),
    () => projects.members.add(project, { subject: person('newcomer'), roles: contributor }),
    () => artifacts.create({ kind: 'dataset', name: 'mine', project }),
  ]) {
    expect(await denial(call())).toMatchObject({ rule: 'SA-12' })
  }
})

test('SA-12 others are 404, with their contents', async () => {
  const { as, artifact } = team()
  const { projects, artifacts } = as('annotator')
  const dataset = await artifact('receipts-2025')
  for (const call of [
    () => projects.get('receipts'),
    () => projects.update('receipts', { name: 'Mine' }),
    () => projects.members.list('receipts'),
    () => artifacts.get(dataset),
    () => artifacts.run(dataset, 'explore', {}),
  ]) {
    expect(await refusal(call())).toMatchObject({ status: 404 })
  }
  expect((await as('newcomer').projects.list()).data).toEqual([])
})

test('SA-12 a Project Admin adds and removes contributors, and makes no Project Admins', async () => {
  const { as, entry } = team()
  const { members } = as('project-admin').projects
  const added = await members.add(project, { subject: person('newcomer'), roles: contributor })
  expect((await as('newcomer').projects.list()).data).toHaveLength(1)
  expect(await denial(members.update(project, added.id, { roles: projectAdmin }))).toMatchObject({
    rule: 'SA-12',
  })
  await members.remove(project, added.id)
  expect(
    await denial(members.add(project, { subject: person('newcomer'), roles: projectAdmin })),
  ).toMatchObject({ rule: 'SA-12' })
  const { id: role } = await as('admin').roles.get('project_admin')
  expect(
    await denial(members.add(project, { subject: person('newcomer'), roles: { project: role } })),
  ).toMatchObject({ rule: 'SA-12' })
  const explorer = await entry(project, 'explorer')
  expect(await denial(members.remove(project, explorer))).toMatchObject({ rule: 'SA-12' })
  expect(await denial(members.update(project, explorer, { roles: contributor }))).toMatchObject({
    rule: 'SA-12',
  })
})

test.each(['admin', 'plain'])('SA-12 %s makes Project Admins, and ends that', async (name) => {
  const { as } = team()
  const { members } = as(name).projects
  const { id } = await members.add(project, { subject: person('newcomer'), roles: projectAdmin })
  await as('newcomer').projects.update(project, { name: 'Streets' })
  await members.update(project, id, { roles: contributor })
  expect(await denial(as('newcomer').projects.update(project, { name: 'Mine' }))).toMatchObject({
    rule: 'SA-12',
  })
})

test('SA-12 reading: entries are for contributors of the team, and have one role', async () => {
  const { owner, entry } = team()
  const { members } = owner.projects
  const add = (subject: { type: 'user' | 'team' | 'email'; id: string }, roles = contributor) =>
    members.add(project, { subject, roles })
  expect(await refusal(add(person('plain'), projectAdmin))).toMatchObject({
    status: 422,
    code: 'invalid_target',
  })
  expect(await refusal(add(person('nobody')))).toMatchObject({ code: 'unknown_reference' })
  expect(await refusal(add({ type: 'email', id: email('nobody') }))).toMatchObject({
    status: 422,
    code: 'validation_failed',
  })
  expect(await refusal(members.add(project, { subject: person('newcomer') }))).toMatchObject({
    status: 422,
    problem: { errors: [{ pointer: '/roles' }] },
  })
  expect(
    await refusal(members.add(project, { subject: person('newcomer'), roles: {} })),
  ).toMatchObject({ status: 422, code: 'validation_failed' })
  expect(await refusal(add(person('newcomer'), { project: 'admin' }))).toMatchObject({
    code: 'unknown_reference',
  })
  expect(await refusal(add(person('annotator')))).toMatchObject({
    status: 409,
    code: 'already_exists',
  })
  const id = await entry(project, 'annotator')
  expect(await refusal(members.update(project, id, { roles: { project: null } }))).toMatchObject({
    status: 422,
  })
})

test('SA-12 reading: datasets belong to a project, and its editors manage them', async () => {
  const { as } = team()
  const { artifacts } = as('project-admin')
  const { id } = await artifacts.create({ kind: 'dataset', name: 'new', project })
  expect(await artifacts.update(id, { name: 'newer' })).toMatchObject({ name: 'newer' })
  await artifacts.delete(id)
  expect(await refusal(artifacts.create({ kind: 'dataset', name: 'new' }))).toMatchObject({
    status: 422,
  })
})

test.each(['project:view', 'dataset:view'])(
  'SA-12 a user on no project holds %s on none',
  async (permission) => {
    expect(await outcomeOf(team().as('newcomer'), permission)).toBe('no')
  },
)
