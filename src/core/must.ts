import { RolecallError } from '../errors/rolecall-error.ts'

/** The error of a wrong option: what it must be and, unless that may be secret, what it is. */
export function must(name: string, what: string, not?: string): RolecallError {
  return new RolecallError(`${name} must be ${what}${not ? `, not ${not}` : ''}`)
}
