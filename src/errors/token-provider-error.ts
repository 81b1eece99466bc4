import { brand, RolecallError } from './rolecall-error.ts'

/**
 * The client's token provider threw, or gave what is no token: nothing was sent. `cause` is what it
 * threw.
 */
export class TokenProviderError extends RolecallError {
  declare readonly name: 'TokenProviderError'
  static {
    brand(this, 'TokenProviderError')
  }
}
