import { expect, test } from 'vitest'
import { adaptive, type Change, definePolicy, type Field } from '../../mocks/policies/index.ts'
import { fieldsOfCases, shiftingOperations } from '../../mocks/policy/language/changes.ts'

const when = (field: Field): Change => [{ when: { field, is: true }, ask: 'a' }, { ask: 'b' }]

test('the fields on which the cases of an operation depend', () => {
  const keys = {
    name: when('input.name'),
    teams: { each: 'team' as const, change: when('team.inUse') },
  }
  expect(fieldsOfCases({ always: when('role.builtIn'), keys })).toEqual([
    'role.builtIn',
    'input.name',
    'team.inUse',
  ])
  expect(fieldsOfCases({ always: 'a' })).toEqual([])
  expect(fieldsOfCases({})).toEqual([])
})

test('a remedy may change such a field: of the caller, a team or a role, so the operation is asked again', () => {
  const policy = definePolicy({
    ...adaptive,
    changes: {
      'roles.get': { always: when('role.inUse') },
      'teams.get': { keys: { name: when('input.name'), key: when('team.inUse') } },
      'users.get': { always: when('user.inTeam') },
      'users.update': { always: when('input.role.key') },
      'users.remove': { always: when('actor.role') },
      'users.list': { always: 'a' },
    },
  })
  expect([...shiftingOperations(policy)]).toEqual(['roles.get', 'teams.get', 'users.remove'])
})
