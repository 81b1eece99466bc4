/**
 * A client that controls a mock, in process or over HTTP.
 *
 * @module rolecall/mocks/control
 */

export type {
  ClockState,
  Control,
  ControlledFaults,
  ControlledPolicy,
  ControlledRequests,
  ControlledStates,
  CreateStateOptions,
  RemoteClock,
  SinceOptions,
  StreamOptions,
} from './control.ts'
export type { NamedState } from '../control/controls.ts'
export { createControl } from './create-control.ts'
export type { ControlOptions } from './options.ts'
