import { type AssignmentChange, type RemedyCall, stages } from './assignment.ts'
import type { World } from '../world/world.ts'

const placeInOrder = ({ assignment }: AssignmentChange): number => stages.indexOf(assignment.stage)

/** The calls that make the changes, each possible after the one before. */
export const remedyCalls = (
  world: World,
  changes: readonly AssignmentChange[],
): readonly RemedyCall[] => {
  const inOrder = changes.toSorted((one, other) => placeInOrder(one) - placeInOrder(other))
  const groups = Map.groupBy(inOrder, (change) => change.assignment.callGroup ?? change)
  return [...groups.values()].flatMap((group) => group[0]?.assignment.calls(world, group) ?? [])
}
