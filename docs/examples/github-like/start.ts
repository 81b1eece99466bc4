import { createMock, parsePolicy, parseScenario } from 'rolecall/mocks'
import policyFile from './policy.json' with { type: 'json' }
import scenarioFile from './scenario.json' with { type: 'json' }

export const policy = parsePolicy(policyFile)
export const scenario = parseScenario(scenarioFile)

/** A mock of the organization, in the state of the scenario. */
export const start = () => createMock({ policy, scenario })
