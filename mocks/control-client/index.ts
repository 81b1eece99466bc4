/**
 * A client that controls a mock, in process or over HTTP.
 *
 * @module rolecall/mocks/control
 */

export type {
  CallToRehearse,
  ClockState,
  Control,
  ControlledFaults,
  ControlledPolicy,
  ControlledRequests,
  ControlledStates,
  CreateStateOptions,
  MatrixOptions,
  QuestionToExplain,
  RemoteClock,
  ResourceReference,
  SinceOptions,
  StreamOptions,
} from './control.ts'
export type { Coverage } from '../coverage/coverage.ts'
export type { RestoreOptions } from '../mock/levers.ts'
export type { FaultPlan, FaultRule } from '../faults/plan.ts'
export type { MatrixAction, MatrixOutcome, MatrixRow, RightsMatrix } from '../inspect/matrix.ts'
export type { Effect, Rehearsal } from '../inspect/rehearsal.ts'
export type { LoggedFault } from '../log/logged-fault.ts'
export type { LoggedQuestion } from '../log/logged-question.ts'
export type { LoggedRequest } from '../log/logged-request.ts'
export type { Mail } from '../log/mail.ts'
export type { KnownUser } from '../platform/known-user.ts'
export type { Policy } from '../policy/language/policy.ts'
export type { PolicyDiff } from '../policy-diff/differences.ts'
export type { HistoryEntry } from '../snapshot/history-entry.ts'
export type { Snapshot } from '../snapshot/snapshot.ts'
export type { NamedState } from '../control/controls.ts'
export { createControl } from './create-control.ts'
export type { ControlOptions } from './options.ts'
