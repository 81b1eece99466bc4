import { expect, test } from 'vitest'
import { createMock, parsePolicy, parseScenario } from '../../mocks/index.ts'
import { peltarion } from '../../mocks/policies/index.ts'
import library from '../../docs/examples/own-policy/policy.json' with { type: 'json' }
import evening from '../../docs/examples/own-policy/scenario.json' with { type: 'json' }
import { withAt } from '../policy/tools/library.ts'

test('what a file holds becomes a policy and a scenario, and stays the same object', async () => {
  const policy = parsePolicy(library)
  const scenario = parseScenario(evening)
  expect([policy, scenario]).toEqual([library, evening])

  const reader = createMock({ policy, scenario }).client({ as: 'ben@acme.test' })
  expect(await reader.can('projects.delete', 'poetry')).toMatchObject({ rule: 'LB-04' })
})

test.each([
  [
    'not of the format',
    withAt(library, '/rules', undefined),
    'policy: /: It lacks rules. Add "rules": an object.',
  ],
  [
    'not to be enforced',
    withAt(library, '/changes/users.list/always', 'member:mange'),
    'policy: /changes/users.list/always: It asks for member:mange, and no rule says what that needs. Did you mean member:manage?',
  ],
  ['no object', null, 'policy: /: It is null. It must be an object with '],
])('what is %s is refused', (_, value, message) => {
  expect(() => parsePolicy(value)).toThrow(message)
})

test('a warning is no reason to refuse', () => {
  const permissions = {
    ...peltarion.permissions,
    idle: { description: 'Nothing.', origin: 'reading' },
  }
  expect(parsePolicy({ ...peltarion, permissions })).toMatchObject({ name: 'peltarion' })
})

test('a scenario that is none is refused by its name', () => {
  expect(() => parseScenario(withAt(evening, '/users/0/email', 7), './evening.json')).toThrow(
    './evening.json: users[0].email: It is 7. It must be text.',
  )
})
