import { describe, expect, test } from 'vitest'
import { adaptive } from '../../mocks/policies/index.ts'
import { stageOf } from '../../mocks/policy-tools/stage.ts'
import { compile } from '../../mocks/policy/index.ts'
import type { Effect } from '../../mocks/policy/language/policy.ts'
import type { OperationId } from '../../src/generated/operations.ts'
import { email } from '../support/acme-of.ts'
import { found, userIn } from '../support/in-world.ts'

const { world } = stageOf({ policy: adaptive })
const actor = userIn(world, 'admin')

const compiledWith = (effect: Effect['do']) =>
  compile({
    ...adaptive,
    effects: [{ rule: 'OWN-01', on: ['users.get', 'projects.get', 'sign_up'], do: effect }],
  })

/** The changes by the effect after a call of admin's. */
const after = (effect: Effect['do'], operation: OperationId, id: string) => {
  const own = compiledWith(effect)
  const call = own.bind(world, actor, operation, [id])
  return own.effects(world, call, call.resources)
}

const lead = email('lead')
const leadId = world.user(lead)?.id
const admins = { key: 'admin' }
const missing = { field: 'input.missing' } as const
const defaultTeam = { field: 'settings.defaultTeam' } as const

describe('an effect', () => {
  test.each<[Effect['do'], OperationId, string, readonly unknown[]]>([
    [
      { joinTeam: admins, role: { key: 'reviewer' } },
      'users.get',
      lead,
      [{ kind: 'join', user: leadId, team: 'admin', role: 'reviewer' }],
    ],
    [
      { joinTeam: admins, role: { key: 'reviewer' }, of: 'actor' },
      'projects.get',
      'churn',
      [{ kind: 'join', user: actor.id, team: 'admin', role: 'reviewer' }],
    ],
    [
      { addEntry: { team: defaultTeam }, isOwner: false },
      'projects.get',
      'churn',
      [{ kind: 'entry', project: 'churn', team: 'default', isOwner: false }],
    ],
    [
      { setRole: 'guest', of: 'user' },
      'users.get',
      lead,
      [{ kind: 'role', user: leadId, role: 'guest' }],
    ],
    [
      { setRole: 'guest', of: 'actor' },
      'users.get',
      lead,
      [{ kind: 'role', user: actor.id, role: 'guest' }],
    ],
    [
      { setOwner: 'actor' },
      'projects.get',
      'churn',
      [{ kind: 'owner', project: 'churn', user: actor.id }],
    ],
    [
      { clearGrants: 'user' },
      'users.get',
      lead,
      [{ kind: 'clear_grants', of: 'user', id: leadId }],
    ],
    [
      { removeEntries: 'user' },
      'users.get',
      lead,
      [{ kind: 'remove_entries', of: 'user', key: leadId }],
    ],
    [
      { removeEntries: 'project' },
      'projects.get',
      'churn',
      [{ kind: 'remove_entries', of: 'project', key: 'churn' }],
    ],
    [{ revokeTokens: 'others' }, 'users.get', lead, [{ kind: 'revoke_tokens', except: undefined }]],
  ])('%j of %s %s', (effect, operation, id, changes) => {
    expect(after(effect, operation, id)).toEqual(changes)
  })

  test.each<[Effect['do'], OperationId, string]>([
    [{ joinTeam: admins, role: { key: 'reviewer' } }, 'projects.get', 'churn'],
    [{ joinTeam: missing, role: { key: 'reviewer' } }, 'users.get', lead],
    [{ joinTeam: admins, role: missing }, 'users.get', lead],
    [{ addEntry: { team: defaultTeam }, isOwner: false }, 'users.get', lead],
    [{ addEntry: { team: missing }, isOwner: false }, 'projects.get', 'churn'],
    [{ setRole: 'guest', of: 'user' }, 'projects.get', 'churn'],
    [{ setOwner: 'actor' }, 'users.get', lead],
    [{ clearGrants: 'user' }, 'projects.get', 'churn'],
    [{ clearGrants: 'member' }, 'users.get', lead],
    [{ removeEntries: 'user' }, 'projects.get', 'churn'],
    [{ removeEntries: 'project' }, 'users.get', lead],
  ])('without the resource that it names does nothing: %j of %s', (effect, ...call) => {
    expect(after(effect, ...call)).toEqual([])
  })

  test.each<Effect['do']>([
    { joinTeam: admins, role: { key: 'reviewer' }, of: 'actor' },
    { setRole: 'guest', of: 'actor' },
    { setOwner: 'actor' },
  ])('on the caller does nothing at a first sign-in: %j', (effect) => {
    const signUp = { operation: 'sign_up', user: actor } as const
    const project = found([...world.projects()][0])
    expect(compiledWith(effect).effects(world, signUp, { user: actor, project })).toEqual([])
  })

  test('on an unknown user does nothing', () => {
    expect(after({ clearGrants: 'user' }, 'users.get', 'nobody@acme.test')).toEqual([])
  })
})
