import { isRecord } from '../../src/core/base/kind-of.ts'
import { ConfigurationError } from '../shared/configuration-error.ts'

/** Refuses what is no mock. */
export function checkMock(name: string, mock: unknown): void {
  if (isRecord(mock) && typeof mock.handle === 'function') return
  throw new ConfigurationError(`${name} must be given a mock, as createMock makes one.`)
}
