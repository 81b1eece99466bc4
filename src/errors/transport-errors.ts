import { brand, RolecallError } from '../core/base/rolecall-error.ts'

/**
 * No answer came, or not all of it. `cause` is what `fetch` threw; where that holds more than why it
 * failed, such as its request, a copy without. Or it is what middleware threw, as it is.
 */
export class ConnectionError extends RolecallError {
  declare readonly name: 'ConnectionError'
  static {
    brand(this, 'ConnectionError')
  }
}

/** The answer was not complete within `timeout`. */
export class TimeoutError extends RolecallError {
  declare readonly name: 'TimeoutError'
  static {
    brand(this, 'TimeoutError')
  }
}

/** The call's `signal` ended it. `cause` is the signal's reason. */
export class AbortedError extends RolecallError {
  declare readonly name: 'AbortedError'
  static {
    brand(this, 'AbortedError')
  }
}
