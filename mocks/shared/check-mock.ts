import { isRecord } from '../../src/core/base/kind-of.ts'
import { ConfigurationError } from './configuration-error.ts'

/** Throws unless the value is a mock. */
export function checkMock(name: string, mock: unknown): void {
  if (isRecord(mock) && typeof mock.handle === 'function') return
  throw new ConfigurationError(`${name} needs a mock. Pass the one that createMock returns.`)
}
