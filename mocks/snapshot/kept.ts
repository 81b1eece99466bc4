import type { Kept } from '../log/kept.ts'
import type { SnapshotKept } from './snapshot.ts'

/** A kept answer as JSON. */
export const keptAsJson = ([scope, { answer, ids, ...kept }]: readonly [
  scope: string,
  kept: Kept,
]): SnapshotKept => {
  const { status, headers, body } = answer
  return { scope, ...kept, answer: { status, headers, body }, ids: Object.fromEntries(ids) }
}

export const keptFromJson = ({
  scope,
  ids,
  ...kept
}: SnapshotKept): readonly [scope: string, kept: Kept] => [
  scope,
  { ...kept, ids: new Map(Object.entries(ids)) },
]
