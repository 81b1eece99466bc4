import { describe, expect, test } from 'vitest'
import { adaptive, bigml, ica } from '../../mocks/policies/index.ts'
import { stageOf } from '../../mocks/policy-tools/stage.ts'
import { type Resources, unresolved } from '../../mocks/policy/world/resources.ts'
import { describe as inWords } from '../../mocks/policy/explain/requirement.ts'
import type { Requirement, Scope } from '../../mocks/policy/language/requirement.ts'
import { email } from '../support/acme-of.ts'
import { found } from '../support/in-world.ts'

const { world } = stageOf({ policy: adaptive })
const team = found(world.team('research'))
const project = found(world.project('churn'))
const destination = found(world.project('triage'))
const artifact = found([...world.artifacts()][0])
const user = found(world.user(email('lead')))

describe('a requirement in words', () => {
  const tests: [Requirement, string, Resources?][] = [
    [{ nothing: true }, 'an active membership'],
    [{ self: 'user' }, 'being that user'],
    [{ self: 'member' }, 'being the person of the entry'],
    [{ self: 'invitation' }, 'being the invited person'],
    [{ creator: 'artifact' }, 'being its creator'],
    [{ creator: 'project' }, 'being the creator of the use case'],
    [{ creator: 'project_contents' }, 'being the creator of the use case and of everything in it'],
    [{ feature: 'reports' }, 'the feature “reports” in the plan'],
    [{ path: 'owner' }, 'an owner’s access to it'],
    [{ member: 'organization' }, 'membership of the organization'],
    [{ member: 'any_team' }, 'membership of any team'],
    [{ member: { team: 'admin' } }, 'membership of team Admin'],
    [{ member: 'project' }, 'membership of a team that has the use case'],
    [{ member: 'project' }, 'membership of a team that has use case churn', { project }],
    [{ member: 'team', who: 'user' }, 'the user’s membership of that team'],
    [
      { member: 'team', who: 'user' },
      'lead@acme.test’s membership of team research',
      { user, team },
    ],
    [{ member: 'team', who: 'actor' }, 'membership of team research', { user, team }],
    [
      { covers: 'handed_out', in: 'organization' },
      'every permission that it hands out in the organization',
    ],
    [
      {
        all: [{ feature: 'a' }, { any: [{ feature: 'b' }, { feature: 'c' }] }],
      },
      'both the feature “a” in the plan, and either the feature “b” in the plan or the feature “c” in the plan',
    ],
  ]
  test.each(tests)('%j: %s', (requirement, text, resources) => {
    expect(inWords(adaptive, requirement, { resources: resources ?? {} })).toBe(text)
  })

  test('a way into a project, by what all its sources share', () => {
    expect(inWords(ica, { member: 'project' }, { resources: { project } })).toBe(
      'access to project churn',
    )
    expect(inWords(bigml, { member: 'project' })).toBe('access to the project')
    expect(
      inWords(bigml, { member: 'project', who: 'user' }, { resources: { project, user } }),
    ).toBe('lead@acme.test’s access to project churn')
  })

  const scopes: [Scope, string, Resources?][] = [
    ['organization', 'in the organization'],
    ['any_team', 'in any team'],
    ['team', 'in that team'],
    ['team', 'in that team', { team: unresolved }],
    ['team', 'in team research', { team }],
    [{ team: 'admin' }, 'in team Admin', { team }],
    ['project', 'on the use case'],
    ['project', 'on use case churn', { project }],
    ['attached_project', 'on a use case that has it'],
    ['attached_project', 'on use case churn', { project }],
    ['attached_project', 'on a use case that has it', { project, artifact }],
    ['destination', 'on the use case named in the call', { project }],
    ['destination', 'on use case triage', { project, destination }],
  ]
  test.each(scopes)('a permission in %j: %s', (scope, text, resources) => {
    expect(inWords(adaptive, { permission: 'p', in: scope }, { resources: resources ?? {} })).toBe(
      `p ${text}`,
    )
  })
})
