/**
 * A client that controls a mock, in process or over HTTP.
 *
 * @module rolecall/mocks/control
 */

export type {
  Control,
  ControlledFaults,
  ControlledRequests,
  SinceOptions,
  StreamOptions,
} from './control.ts'
export { createControl } from './create-control.ts'
export type { ControlOptions } from './options.ts'
