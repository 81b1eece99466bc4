import { isRecord } from '../../src/core/base/kind-of.ts'
import { pointer } from '../shared/json-pointer.ts'

/** A value that differs between two versions of a resource. */
export interface ValueChange {
  /** A JSON Pointer. */
  readonly path: string
  /** Missing if the value was added. */
  readonly before?: unknown
  /** Missing if the value was removed. */
  readonly after?: unknown
}

/** The values that differ between two versions. Lists are compared as a whole. */
export function jsonDiff(
  before: unknown,
  after: unknown,
  path: readonly string[] = [],
): readonly ValueChange[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return []
  if (!isRecord(before) || !isRecord(after)) {
    return [
      {
        path: pointer(...path),
        ...(before !== undefined && { before }),
        ...(after !== undefined && { after }),
      },
    ]
  }
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...names].flatMap((name) => jsonDiff(before[name], after[name], [...path, name]))
}
