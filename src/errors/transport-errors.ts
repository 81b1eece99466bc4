import { brand, RolecallError } from '../core/base/rolecall-error.ts'

/**
 * No answer came, or only a part of one. `cause` is a safe copy of the error that `fetch` threw, without its
 * request; or the error that middleware threw, unchanged.
 */
export class ConnectionError extends RolecallError {
  declare readonly name: 'ConnectionError'
  static {
    brand(this, 'ConnectionError')
  }
}

/** The answer was not complete within `timeout` or `totalTimeout`. */
export class TimeoutError extends RolecallError {
  declare readonly name: 'TimeoutError'
  static {
    brand(this, 'TimeoutError')
  }
}

/** The call's `signal` aborted it. `cause` is the signal's reason. */
export class AbortedError extends RolecallError {
  declare readonly name: 'AbortedError'
  static {
    brand(this, 'AbortedError')
  }
}
