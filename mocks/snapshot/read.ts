import { snapshotSchema } from '../generated/file-schemas.ts'
import { faultsOf } from '../policy-check/faults.ts'
import { ConfigurationError } from '../shared/configuration-error.ts'
import { placeAt } from '../shared/json-pointer.ts'
import { onlyJson } from '../shared/only-json.ts'
import { deepest, tooDeep } from '../shared/too-deep.ts'
import { valueText } from '../shared/value-text.ts'
import { isPlain } from '../../src/core/base/check.ts'
import { moreFaults } from '../shared/more-faults.ts'
import type { Snapshot } from './snapshot.ts'

const format = 'rolecall/1'

/**
 * Checks the shape of a snapshot, which may come from anywhere, and types it.
 *
 * @param value - The parsed JSON.
 * @param name - Its name in messages.
 * @throws {@link ConfigurationError} with the first wrong place, the fault, and what would be right.
 */
export function readSnapshot(value: unknown, name = 'snapshot'): Snapshot {
  if (!isPlain(value)) {
    throw new ConfigurationError(
      `${name} must be the object that mock.snapshot() returned, not ${valueText(value)}.`,
    )
  }
  const deep = tooDeep(value)
  if (deep !== undefined) {
    throw new ConfigurationError(
      `${name} is nested more than ${deepest} levels deep, or contains itself, at ${deep}.`,
    )
  }
  const data: unknown = onlyJson(name, value)
  const given: unknown = isPlain(data) ? data.format : undefined
  if (given !== format) {
    throw new ConfigurationError(
      `${name}.format must be "${format}", not ${valueText(given)}. Take a new snapshot with this version.`,
    )
  }
  if (isSnapshot(data)) return data
  const [fault, ...more] = faultsOf(snapshotSchema(), data)
  const { pointer = '', message = '', fix = '' } = fault ?? {}
  const place = placeAt(`/${name}${pointer}`)
  throw new ConfigurationError(`${place}: ${message} ${fix}${moreFaults(more.length)}`)
}

const isSnapshot = (value: unknown): value is Snapshot =>
  faultsOf(snapshotSchema(), value).length === 0
