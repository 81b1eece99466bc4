import { describe, expect, test } from 'vitest'
import { policies } from '../../mocks/policies/index.ts'
import { definePolicy } from '../../mocks/policies/define-policy.ts'
import { acme } from '../../mocks/policies/bigml/acme.ts'
import { acmeOf, email } from '../support/acme-of.ts'
import { refusal } from '../support/refusal.ts'
import { as as asked } from './ask.ts'
import { on, operations, readBy } from './read-audit.ts'

describe("a hidden project's history", () => {
  test('stays hidden after its deletion, and stays readable to those who saw it last', async () => {
    const { as } = on('adaptive')
    const { id } = await as('scientist').projects.update('summaries', { name: 'Sums' })
    const before = await readBy(as('support-platform'))
    await as('lead').projects.delete('summaries')
    const after = await readBy(as('support-platform'))
    for (const text of [before, after]) {
      expect(text).not.toContain('summaries')
      expect(text).not.toContain(id)
    }
    expect(await operations(as('lead'))).toEqual(['projects.update', 'projects.delete'])
    // A later member of the team has not seen it.
    await as('admin').users.update(email('support-platform'), { teams: { research: 'admin' } })
    expect(await readBy(as('support-platform'))).not.toContain(id)
  })

  test('is not the history of the project that takes its key', async () => {
    const { as } = on('adaptive')
    const { id } = await as('scientist').projects.update('summaries', { name: 'Sums' })
    await as('lead').projects.delete('summaries')
    const again = await as('support-lead').projects.create({ key: 'summaries', team: 'support' })
    const { data } = await as('support-lead').audit.list({ project: 'summaries' })
    expect(data).toMatchObject([
      { operation: 'projects.create', target: { id: again.id }, project: 'summaries' },
    ])
    expect(JSON.stringify(data)).not.toContain(id)
    expect(await operations(as('lead'))).toEqual(['projects.update', 'projects.delete'])
    expect(await refusal(as('lead').audit.list({ project: 'summaries' }))).toMatchObject({
      status: 422,
    })
  })

  test('is not readable in a new team under the key of the one that saw it', async () => {
    const { as } = on('adaptive')
    const admin = as('admin')
    await admin.teams.create({ key: 'ops' })
    await admin.users.update(email('bridge'), { teams: { ops: 'admin' } })
    const { id } = await as('bridge').projects.create({ key: 'night', team: 'ops' })
    await as('bridge').projects.delete('night')
    await admin.users.update(email('bridge'), { teams: { ops: null } })
    await admin.teams.delete('ops')
    await admin.teams.create({ key: 'ops' })
    await admin.users.update(email('newcomer'), { teams: { ops: 'admin' } })
    expect(await readBy(as('newcomer'))).not.toContain(id)
    expect(await readBy(as('bridge'))).toContain(id)
  })

  test('covers its contents: entries and artifacts', async () => {
    const { as, entry, artifact } = on('ica')
    const member = await entry('genomes', 'analyst')
    const data = await artifact('sample-1.bam')
    await as('lead').projects.members.update('genomes', member, { rights: ['download'] })
    await as('engineer').artifacts.get(data)
    await as('lead').projects.members.remove('genomes', member)
    await as('admin').projects.delete('genomes')
    // A tenant administrator who arrives later sees every project, but not these.
    await as('admin').users.update(email('stranger'), { role: 'tenant_administrator' })
    const text = await readBy(as('stranger'))
    for (const name of ['genomes', member, data]) expect(text).not.toContain(name)
    expect(await operations(as('admin'))).toEqual(
      expect.arrayContaining(['projects.members.remove', 'artifacts.get', 'projects.delete']),
    )
  })
})

describe('a resource outside projects', () => {
  test('training runs are in the audit of those who see them', async () => {
    const { as } = on('superannotate')
    const run = await as('granted').artifacts.create({ kind: 'training_run', name: 'Run 3' })
    await as('granted').artifacts.update(run.id, { name: 'Run three' })
    expect(await operations(as('revoked'))).toEqual([])
    await as('granted').artifacts.delete(run.id)
    expect(await readBy(as('revoked'))).not.toContain(run.id)
    expect(await operations(as('granted'))).toEqual([
      'artifacts.create',
      'artifacts.update',
      'artifacts.delete',
    ])
    // Granting again shows the present runs, and none from before.
    const ticked = { grants: { run_training: true } } as const
    await as('admin').users.update(email('revoked'), ticked)
    expect(await readBy(as('revoked'))).not.toContain(run.id)
  })

  test('users hidden by a custom policy are not in the audit either', async () => {
    const { bigml } = policies
    const user = {
      ...bigml.visibility.project,
      id: 'OWN-01',
      text: 'The owner sees users, and everyone themselves.',
      require: {
        any: [{ permission: 'organization:delete', in: 'organization' }, { self: 'user' }],
      },
    } as const
    const visibility = { ...bigml.visibility, user }
    const policy = definePolicy({ ...bigml, name: 'own', visibility })
    const { as, mock } = acmeOf(policy, { scenario: acme })
    await as('lead').projects.update('churn', { name: 'Churn' })
    await as('manager').projects.update('churn', { name: 'Churned' })
    expect(await operations(as('admin'))).toHaveLength(2)
    const { data } = await as('manager').audit.list()
    expect(data).toMatchObject([{ email: email('manager') }])
    await as('admin').users.remove(email('analyst'))
    const answer = async (actor: string) => {
      const { status, body } = await asked(mock, email('manager'))(`GET /v1/audit?actor=${actor}`)
      return [status, JSON.stringify({ ...body, instance: '' }).replaceAll(actor, '…')]
    }
    const unknown = await answer(email('nobody'))
    expect([await answer(email('lead')), await answer(email('analyst'))]).toEqual([
      unknown,
      unknown,
    ])
  })
})

describe('an artifact that is in several projects, or moves', () => {
  test('names only the projects that the reader sees', async () => {
    const { as } = on('adaptive')
    await as('bridge').projects.create({ key: 'lab', team: 'research' })
    const model = await as('bridge').artifacts.create({ kind: 'model', name: 'm', project: 'lab' })
    await as('bridge').artifacts.run(model.id, 'attach', { project: 'triage' })
    await as('support-lead').artifacts.get(model.id)
    const { data } = await as('support-lead').audit.list()
    expect(data).toMatchObject([
      { operation: 'artifacts.run', target: { id: model.id } },
      { operation: 'artifacts.get', target: { id: model.id } },
    ])
    expect(JSON.stringify(data)).not.toContain('lab')
    expect(await operations(as('lead'), { project: 'lab' })).toEqual([
      'projects.create',
      'artifacts.create',
      'artifacts.run',
      'artifacts.get',
    ])
  })

  test('is in the history of its new project from the move on', async () => {
    const { as, artifact } = on('bigml')
    const id = await artifact('salaries-2025')
    await as('manager').artifacts.update(id, { name: 'salaries' })
    await as('manager').artifacts.move(id, { project: 'triage' })
    await as('manager').artifacts.update(id, { name: 'public' })
    expect(await operations(as('admin'), { project: 'triage' })).toEqual([
      'artifacts.move',
      'artifacts.update',
    ])
    expect(await operations(as('admin'), { project: 'payroll' })).toEqual([
      'artifacts.update',
      'artifacts.move',
    ])
  })
})
