import { brand, RolecallError } from '../core/base/rolecall-error.ts'

/**
 * The client's token function threw, returned something other than a token, or took longer than the call
 * may. Nothing was sent, unless it was asked again after a 401. `cause` is a safe copy of the thrown error.
 */
export class TokenProviderError extends RolecallError {
  declare readonly name: 'TokenProviderError'
  static {
    brand(this, 'TokenProviderError')
  }
}
