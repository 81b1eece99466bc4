import type { Mock } from '../../mock/mock.ts'
import type { Recorded } from './persisted.ts'

/** The parts of a mock that its stored copy needs. */
export function recorded(_mock: Mock): Recorded {
  return { follow: () => () => {}, apply: () => {}, whole: () => ({}), restore: () => {} }
}
