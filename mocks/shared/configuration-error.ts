import { brand, RolecallError } from '../../src/core/base/rolecall-error.ts'

/** A mock was asked for that can't be: the message names the option, and what would be right. */
export class ConfigurationError extends RolecallError {
  declare readonly name: 'ConfigurationError'
  static {
    brand(this, 'ConfigurationError')
  }
}
