import { brand, RolecallError } from '../core/base/rolecall-error.ts'

/**
 * The client's token function threw, gave what is no token, or took longer than the call may: nothing
 * was sent, unless it was asked again after a 401. `cause` is what it threw, without more than why.
 */
export class TokenProviderError extends RolecallError {
  declare readonly name: 'TokenProviderError'
  static {
    brand(this, 'TokenProviderError')
  }
}
