import { describe, expect, test } from 'vitest'
import { adaptive, bigml, definePolicy, ica, policies } from '../../mocks/policies/index.ts'
import type { AccessResource } from '../../src/index.ts'
import { acmeOf, email } from '../support/acme-of.ts'
import { explainedOf } from '../support/outcome.ts'

const offeredToNobody = {
  rule: 'not_offered',
  status: 403,
  code: 'operation_not_offered',
  final: 'The platform offers it to nobody.',
}
const denied = { outcome: 'no', status: 403, code: 'permission_denied' }
const byArguments = 'Ask with the arguments of the call to learn what would allow it.'

describe('a question without arguments', () => {
  test.each([
    [
      'ica',
      'scientist',
      'projects.create',
      'yes',
      'IC-11',
      'projects.create needs an active membership. Illumina Connected Analytics offers team and private in it to nobody.',
    ],
    [
      'adaptive',
      'admin',
      'roles.create',
      'yes',
      'AD-04',
      'roles.create needs “Manage roles” (admin:manage_roles) in team Admin.',
    ],
    [
      'superannotate',
      'admin',
      'users.update',
      'yes',
      'SA-02',
      'users.update needs “Manage Team Admins” (team:manage_admins) in the organization. SuperAnnotate offers name and teams in it to nobody.',
    ],
    [
      'superannotate',
      'admin',
      'artifacts.run',
      'yes',
      'SA-07',
      'artifacts.run needs “Manage training runs” (training:manage) in the organization. An action that its kind lacks is offered to nobody.',
    ],
    [
      'adaptive',
      'analyst',
      'teams.get',
      'depends',
      'AD-05',
      'teams.get needs “Manage teams” (admin:manage_teams) in any team or “See the team” (team:read) in that team. It depends on which.',
    ],
    [
      'adaptive',
      'lead',
      'artifacts.move',
      'depends',
      'AD-01',
      'artifacts.move depends on its arguments.',
    ],
    [
      'bigml',
      'analyst',
      'projects.members.get',
      'depends',
      'BG-05',
      'projects.members.get needs access to the project. It depends on which.',
    ],
  ] as const)('%s: %s, %s', async (platform, name, operation, outcome, rule, text) => {
    expect(await explainedOf(acmeOf(policies[platform]).as(name), operation)).toEqual({
      ruleText: expect.any(String),
      ruleSource: expect.anything(),
      allowed: outcome === 'yes',
      outcome,
      policy: platform,
      action: operation,
      rule,
      text,
      alternatives: [],
    })
  })

  test.each([
    [
      'bigml',
      'lead',
      'invitations.accept',
      'BG-11',
      'invitations.accept is only for the invited person. You see nothing on which you may do it.',
    ],
    [
      'adaptive',
      'member',
      'users.update',
      'AD-06',
      `users.update needs “Manage users” (admin:manage_users) in team Admin. ${byArguments}`,
    ],
    [
      'superannotate',
      'plain',
      'artifacts.run',
      'SA-07',
      `artifacts.run needs “Manage training runs” (training:manage) in the organization. ${byArguments}`,
    ],
  ] as const)('%s: %s, %s is denied', async (platform, name, operation, rule, text) => {
    expect(await explainedOf(acmeOf(policies[platform]).as(name), operation)).toEqual({
      ruleText: expect.any(String),
      ruleSource: expect.anything(),
      allowed: false,
      ...denied,
      policy: platform,
      action: operation,
      rule,
      text,
      alternatives: [],
    })
  })

  test('lists remedies where no argument matters', async () => {
    expect(await explainedOf(acmeOf(adaptive).as('watcher'), 'roles.create')).toMatchObject({
      ...denied,
      text: 'roles.create needs “Manage roles” (admin:manage_roles) in team Admin. You are not a member of team Admin.',
      alternatives: [
        {
          calls: [
            {
              operation: 'users.update',
              args: [email('watcher'), { teams: { admin: 'platform_admin' } }],
            },
          ],
        },
      ],
    })
  })

  test('depends on what is handed out in hardened mode, and says so', async () => {
    const { as } = acmeOf(ica, { hardened: true })
    expect(await explainedOf(as('lead'), 'projects.members.add')).toMatchObject({
      outcome: 'depends',
      text: 'projects.members.add depends on its arguments.',
    })
  })

  test('about an operation that the platform lacks', async () => {
    expect(await explainedOf(acmeOf(adaptive).as('admin'), 'tokens.list')).toMatchObject({
      ...offeredToNobody,
      text: 'Adaptive Engine does not offer tokens.list.',
    })
  })

  test('about a resource whose kind lacks the operation', async () => {
    const lead = acmeOf(adaptive).as('lead')
    const { data } = await lead.artifacts.list({ kind: 'model' })
    const model: AccessResource = { type: 'artifact', id: data[0]?.id ?? '' }
    expect(await explainedOf(lead, 'artifacts.delete', model)).toMatchObject({
      ...offeredToNobody,
      text: 'Adaptive Engine offers no delete for artifacts of kind model.',
    })
  })
})

describe('a question with arguments', () => {
  test('about a kind that lacks the operation', async () => {
    const lead = acmeOf(adaptive).as('lead')
    const { data } = await lead.artifacts.list({ kind: 'model' })
    expect(await lead.can('artifacts.delete', data[0]?.id ?? '')).toMatchObject({
      ...offeredToNobody,
      text: 'Adaptive Engine offers no delete for artifacts of kind model.',
      alternatives: [],
    })
  })

  test('about a named action that its kind lacks', async () => {
    const lead = acmeOf(adaptive).as('lead')
    const { data } = await lead.artifacts.list({ kind: 'dataset' })
    expect(await lead.can('artifacts.run', data[0]?.id ?? '', 'fly', {})).toMatchObject({
      ...offeredToNobody,
      text: 'Adaptive Engine offers no fly for artifacts of kind dataset.',
    })
  })

  test('about a key that the platform does not offer there', async () => {
    const admin = acmeOf(adaptive).as('admin')
    expect(await admin.can('users.update', email('lead'), { paused: true })).toMatchObject({
      ...offeredToNobody,
      text: 'Adaptive Engine offers no paused in users.update.',
    })
  })

  test('that requires nothing', async () => {
    const silent = definePolicy({ ...adaptive, changes: { ...adaptive.changes, 'roles.list': {} } })
    expect(await acmeOf(silent).as('admin').can('roles.list')).toMatchObject({
      outcome: 'no',
      rule: 'no_case',
      text: 'roles.list is allowed to nobody here. The policy has no case that applies to it.',
    })
  })

  test('with a hidden reference gets the other remedies, as if the reference did not exist', async () => {
    const { as, artifact } = acmeOf(ica)
    const sample = await artifact('sample-1.bam')
    const moveTo = async (project: string) =>
      await as('engineer').can('artifacts.move', sample, { project })
    const hidden = await moveTo('archive')
    expect(hidden).toMatchObject({
      outcome: 'no',
      text: expect.stringContaining(
        'This leaves out project "archive": it does not exist, or is hidden.',
      ),
      alternatives: [{ calls: [{ operation: 'projects.members.update' }] }],
    })
    const missing = await moveTo('nothing')
    expect(JSON.stringify(missing).replace('nothing', 'archive')).toBe(JSON.stringify(hidden))
  })
})

describe('a question about an action of the rules', () => {
  test('unknown to the policy', async () => {
    expect(await explainedOf(acmeOf(adaptive).as('admin'), 'use_case:fly')).toMatchObject({
      ...offeredToNobody,
      text: 'Adaptive Engine knows no action use_case:fly; the nearest is use_case:read.',
    })
  })

  test('and misspelt', async () => {
    expect(await explainedOf(acmeOf(adaptive).as('admin'), 'role.create')).toMatchObject({
      ...offeredToNobody,
      text: 'Adaptive Engine knows no action role.create; the nearest is roles.create.',
    })
  })

  const shared = { type: 'project', id: 'triage' }
  const text =
    'Project triage is public: every active user has access already. Make it private first.'

  test('allowed by the rules, and refused by the state', async () => {
    const admin = acmeOf(bigml).as('admin')
    expect(await explainedOf(admin, 'project:invite_users', shared)).toMatchObject({
      outcome: 'no',
      rule: 'BG-06',
      status: 409,
      code: 'invalid_state',
      text,
      alternatives: [],
      final: text,
    })
  })

  test('refused by both: the conflict is reported after each remedy', async () => {
    const analyst = acmeOf(bigml).as('analyst')
    expect(await explainedOf(analyst, 'project:invite_users', shared)).toMatchObject({
      ...denied,
      text: expect.stringContaining('project:invite_users needs '),
      alternatives: [{ refusal: { status: 409, code: 'invalid_state', text } }],
    })
  })
})
