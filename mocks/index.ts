/**
 * The mock: a whole platform in memory. It enforces its policy and explains every denial.
 *
 * @module rolecall/mocks
 */

export { ConfigurationError } from './shared/configuration-error.ts'
export type {
  Coverage,
  CoveredPolicy,
  CoverageTotal,
  CoverageTotals,
  LeafCoverage,
  OperationCoverage,
  RuleCoverage,
  SeenOf,
} from './coverage/coverage.ts'
export { mergeCoverage } from './coverage/merge.ts'
export type { Faults } from './faults/faults.ts'
export type {
  FaultPlan,
  FaultProblem,
  FaultRate,
  FaultRule,
  FaultWindow,
  LatencyDistribution,
  NthCalls,
  OperationPattern,
} from './faults/plan.ts'
export type { OperationArguments } from './generated/arguments.ts'
export { createMock } from './mock/create-mock.ts'
export { problem, type OverrideOptions } from './mock/override.ts'
export type { Clock } from './mock/clock.ts'
export type { HistoryEntry } from './snapshot/history-entry.ts'
export type { Levers, RestoreOptions, SnapshotOptions } from './mock/levers.ts'
export type { SeedScenario } from './mock/seed.ts'
export type {
  MockProblem,
  OperationResult,
  OverriddenCall,
  Override,
} from './platform/overrides.ts'
export type * from './snapshot/snapshot.ts'
export type { Duration } from './shared/duration.ts'
export type { Pace } from './state/pace.ts'
export type { EnforcementPointOptions, Mock, SignInOptions } from './mock/mock.ts'
export type { AuthOptions, MockOptions } from './mock/options.ts'
export type { Mail } from './log/mail.ts'
export type { LoggedFault } from './log/logged-fault.ts'
export type { LoggedQuestion, LoggedReference } from './log/logged-question.ts'
export type {
  LoggedCall,
  LoggedEntry,
  LoggedRequest,
  UnmatchedRequest,
} from './log/logged-request.ts'
export type { RequestListener } from './log/request-listeners.ts'
export type { KnownUser } from './platform/known-user.ts'
export { parseFaults, parsePolicy, parseScenario } from './mock/parse.ts'
export type { Answer, ConnectionFault, DeliveryFault, Message } from './message/message.ts'
export type { Explanations } from './platform/platform.ts'
export { checkPolicy } from './policy-check/check-policy.ts'
export { diffPolicies, type PolicyChange, type PolicyDiff } from './policy-tools/diff-policies.ts'
export { matrix, type MatrixResource } from './policy-tools/matrix.ts'
export type {
  PolicyErrorCode,
  PolicyProblem,
  PolicyProblemCode,
  PolicyProblemSeverity,
  PolicyWarningCode,
} from './policy-check/problem.ts'
export { crowd, type CrowdOptions } from './scenario/crowd/crowd.ts'
export type * from './policies/scenario.ts'
