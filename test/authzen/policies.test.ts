import { checkPolicy, createMock, parsePolicy, parseScenario } from 'rolecall/mocks'
import { expect, test } from 'vitest'
import searchPolicy from './interop/search-policy.json' with { type: 'json' }
import searchScenario from './interop/search-scenario.json' with { type: 'json' }
import todoPolicy from './interop/todo-policy.json' with { type: 'json' }
import todoScenario from './interop/todo-scenario.json' with { type: 'json' }
import certificationPolicy from './scenario/policy.json' with { type: 'json' }
import certificationScenario from './scenario/scenario.json' with { type: 'json' }

test.each([
  ['certification', certificationPolicy, certificationScenario],
  ['Todo', todoPolicy, todoScenario],
  ['Search and IdP', searchPolicy, searchScenario],
])('the policy of %s has no errors and no warnings', (_, policyFile, scenarioFile) => {
  const policy = parsePolicy(policyFile)
  const scenario = parseScenario(scenarioFile)
  expect(checkPolicy(policy)).toEqual([])
  expect(createMock({ policy, scenario }).users()).toHaveLength(scenario.users.length)
})
