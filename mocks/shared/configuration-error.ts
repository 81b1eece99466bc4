import { brand, RolecallError } from '../../src/core/base/rolecall-error.ts'

/** A wrong option of the mock, policy or scenario. The message names it, and says what would be right. */
export class ConfigurationError extends RolecallError {
  declare readonly name: 'ConfigurationError'
  static {
    brand(this, 'ConfigurationError')
  }
}
