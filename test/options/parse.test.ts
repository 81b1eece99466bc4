import { expect, test } from 'vitest'
import { createMock, parsePolicy, parseScenario } from '../../mocks/index.ts'
import { peltarion } from '../../mocks/policies/index.ts'
import library from '../../docs/examples/own-policy/policy.json' with { type: 'json' }
import evening from '../../docs/examples/own-policy/scenario.json' with { type: 'json' }
import { withAt } from '../policy/tools/library.ts'

test('the content of a file becomes a policy and a scenario, and stays the same object', async () => {
  const policy = parsePolicy(library)
  const scenario = parseScenario(evening)
  expect([policy, scenario]).toEqual([library, evening])

  const reader = createMock({ policy, scenario }).client({ as: 'ben@acme.test' })
  expect(await reader.can('projects.delete', 'poetry')).toMatchObject({ rule: 'LB-04' })
})

test.each([
  [
    'policy of a wrong format',
    withAt(library, '/rules', undefined),
    'policy: /: rules is missing. Add "rules": an object.',
  ],
  [
    'policy that cannot be enforced',
    withAt(library, '/changes/users.list/always', 'member:mange'),
    'policy: /changes/users.list/always: The action member:mange has no rule. Did you mean member:manage?',
  ],
  ['value that is no object', null, 'policy: /: It is null. It must be an object with '],
])('a %s is refused', (_, value, message) => {
  expect(() => parsePolicy(value)).toThrow(message)
})

test('a warning alone is accepted', () => {
  const permissions = {
    ...peltarion.permissions,
    idle: { description: 'Nothing.', origin: 'reading' },
  }
  expect(parsePolicy({ ...peltarion, permissions })).toMatchObject({ name: 'peltarion' })
})

test('an invalid scenario is refused by its name', () => {
  expect(() => parseScenario(withAt(evening, '/users/0/email', 7), './evening.json')).toThrow(
    './evening.json: users[0].email: It is 7. It must be text.',
  )
})
