import { together } from './combine.ts'
import type { Option } from '../assignments/prerequisite.ts'
import type { Leaf } from '../language/requirement.ts'

/** Adds to each prerequisite the leaf and the permission that require it. */
export const forLeaf = (
  leaf: Leaf,
  permission: string | undefined,
  options: readonly Option[],
): readonly Option[] =>
  options.map((option) =>
    option.map((one) => ({
      ...one,
      leaf,
      permission: one.joins ? undefined : permission,
      wanted: permission,
    })),
  )

const patternOf = (options: readonly Option[]): string =>
  options
    .map((option) =>
      option.map(({ assignment, by = '', met }) => `${assignment.key} ${by} ${met}`).join(),
    )
    .join(';')

/**
 * The options that give every permission. Permissions that the same assignments give are combined into
 * one part: a hand-out can have dozens, and each part can double the number of options.
 */
export const ofAll = (
  permissions: readonly string[],
  optionsOfOne: (permission: string) => readonly Option[],
): readonly Option[] => {
  const byPattern = Map.groupBy(permissions.map(optionsOfOne), patternOf)
  const parts = [...byPattern.values()].map((alike) => {
    const [first = []] = alike
    return first.map((_, index) => alike.flatMap((options) => options[index] ?? []))
  })
  return together(parts)
}
