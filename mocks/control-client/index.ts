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
  RemoteClock,
  SinceOptions,
  StreamOptions,
} from './control.ts'
export { createControl } from './create-control.ts'
export type { ControlOptions } from './options.ts'
