/**
 * The mock: a whole platform in memory, that enforces its policy and explains every denial.
 *
 * @module rolecall/mocks
 */

export { ConfigurationError } from './configuration-error.ts'
export { createMock } from './create-mock.ts'
export type { EnforcementPointOptions, KnownUser, Mock, SignInOptions } from './mock.ts'
export type { AuthOptions, MockOptions } from './options.ts'
export type { LoggedRequest, Mail } from './pipeline/log.ts'
export { parsePolicy, parseScenario } from './parse.ts'
export type { Answer, Message } from './pipeline/message.ts'
export type { Explanations } from './pipeline/platform.ts'
export { checkPolicy } from './policy-tools/check-policy.ts'
export { diffPolicies, type PolicyChange, type PolicyDiff } from './policy-tools/diff-policies.ts'
export { matrix, type MatrixResource } from './policy-tools/matrix.ts'
export type {
  PolicyErrorCode,
  PolicyProblem,
  PolicyProblemCode,
  PolicyProblemSeverity,
  PolicyWarningCode,
} from './policy-tools/problem.ts'
export type * from './scenario/scenario.ts'
