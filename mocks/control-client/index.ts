/**
 * A client that controls a mock, in process or over HTTP.
 *
 * @module rolecall/mocks/control
 */

export type {
  AccessOptions,
  CallToRehearse,
  ClockState,
  Control,
  ControlledFaults,
  ControlledPolicies,
  ControlledPolicy,
  ControlledRequests,
  ControlledRules,
  ControlledStates,
  CreateStateOptions,
  MatrixOptions,
  MockSummary,
  PoliciesToCompare,
  QuestionToExplain,
  RemoteClock,
  ResourceReference,
  RulesOptions,
  SinceOptions,
  StreamOptions,
} from './control.ts'
export type { Coverage } from '../coverage/coverage.ts'
export type { RestoreOptions } from '../mock/levers.ts'
export type { FaultPlan, FaultRule } from '../faults/plan.ts'
export type { AccessWay, EffectiveAccess, ProjectAccess } from '../inspect/access.ts'
export type { LoggedDetail } from '../inspect/logged-detail.ts'
export type { TracedNeed, TracedRule } from '../policy/index.ts'
export type { LoggedAnswer } from '../log/answer-kept.ts'
export type { PolicyFinding } from '../inspect/check-text.ts'
export type { PolicyComparison } from '../inspect/compare.ts'
export type { PolicyDetail, PolicyRules, PolicySummary } from '../inspect/policies.ts'
export type { MatrixAction, MatrixOutcome, MatrixRow, RightsMatrix } from '../inspect/matrix.ts'
export type { ValueChange } from '../inspect/json-diff.ts'
export type { Outcome } from '../policy/language/outcome.ts'
export type { PeopleEffect } from '../inspect/effect/people.ts'
export type { ResourceChange } from '../inspect/effect/resources.ts'
export type { CallEffect, Rehearsal } from '../inspect/rehearsal.ts'
export type { LoggedFault } from '../log/logged-fault.ts'
export type { LoggedQuestion } from '../log/logged-question.ts'
export type { LoggedRequest } from '../log/logged-request.ts'
export type { Mail } from '../log/mail.ts'
export type { KnownUser } from '../platform/known-user.ts'
export type { Policy } from '../policy/language/policy.ts'
export type { PolicyChange } from '../policy-diff/compare.ts'
export type { PolicyDiff } from '../policy-diff/differences.ts'
export type { Asking, Refusing, StatedRule } from '../rulebook/stated-rule.ts'
export type { HistoryEntry } from '../snapshot/history-entry.ts'
export type { Snapshot } from '../snapshot/snapshot.ts'
export type { NamedState } from '../control/controls.ts'
export { createControl } from './create-control.ts'
export type { ControlOptions } from './options.ts'
