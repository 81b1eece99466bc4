import { nothingNeeded, type Option, type Prerequisite } from '../assignments/prerequisite.ts'

const marks = new WeakMap<Prerequisite, string>()

/** Identifies a prerequisite. Computed once for each, since options share theirs. */
const markOf = (one: Prerequisite): string => {
  let mark = marks.get(one)
  if (mark === undefined) {
    const { assignment, permission = '', by = '' } = one
    marks.set(one, (mark = `${assignment.key} ${permission} ${by}`))
  }
  return mark
}

/** All that an option needs to change or keep, in the assignments that it changes. */
const burdenOf = (option: Option): ReadonlySet<string> => {
  const changed = new Set(option.flatMap(({ met, assignment }) => (met ? [] : [assignment.key])))
  const burden = new Set<string>(changed)
  for (const one of option) if (changed.has(one.assignment.key)) burden.add(markOf(one))
  return burden
}

/** The prerequisites of both options, without duplicates. */
const united = (one: Option, other: Option): Option => {
  const alike = Map.groupBy(one, markOf)
  const isNew = (added: Prerequisite): boolean =>
    alike
      .get(markOf(added))
      ?.every(({ leaf, wanted }) => leaf !== added.leaf || wanted !== added.wanted) ?? true
  return [...one, ...other.filter(isNew)]
}

/** Leaves out options that need all that another option needs, which keeps products small. */
const withoutSupersets = (options: readonly Option[]): readonly Option[] => {
  const burdened = options.map((option) => ({ option, burden: burdenOf(option) }))
  const kept: Option[] = []
  const burdens = burdensBy(burdened.map(({ burden }) => burden))
  for (const { option, burden } of burdened.toSorted((a, b) => a.burden.size - b.burden.size)) {
    if (burdens.holdPartOf(burden)) continue
    burdens.add(burden)
    kept.push(option)
  }
  return kept
}

type Burden = ReadonlySet<string>

/**
 * Indexes burdens by their rarest mark, so that a thousand options that differ in one mark, such as their
 * team, are not compared with each other.
 */
const burdensBy = (all: readonly Burden[]) => {
  const counts = new Map<string, number>()
  for (const burden of all) {
    for (const mark of burden) counts.set(mark, (counts.get(mark) ?? 0) + 1)
  }
  const byRarest = new Map<string | undefined, Burden[]>()
  const rarestOf = (burden: Burden): string | undefined => {
    let rarest: string | undefined
    let least = Infinity
    for (const mark of burden) {
      const count = counts.get(mark) ?? 0
      if (count < least) [rarest, least] = [mark, count]
    }
    return rarest
  }
  return {
    add(burden: Burden): void {
      const rarest = rarestOf(burden)
      const alike = byRarest.get(rarest)
      if (alike) alike.push(burden)
      else byRarest.set(rarest, [burden])
    },
    /** Whether one of them is a subset of the burden. The empty burden is a subset of all. */
    holdPartOf: (burden: Burden): boolean =>
      [undefined, ...burden].some((mark) =>
        byRarest.get(mark)?.some((one) => one.isSubsetOf(burden)),
      ),
  }
}

const both = (options: readonly Option[], part: readonly Option[]): readonly Option[] =>
  withoutSupersets(options.flatMap((one) => part.map((other) => united(one, other))))

/**
 * The product of the parts: one option of each. Multiplies halves, so that few products have many
 * options.
 */
export const together = (parts: readonly (readonly Option[])[]): readonly Option[] => {
  const [first = nothingNeeded, second, ...others] = parts
  if (second === undefined) return first
  if (others.length === 0) return both(first, second)
  const half = Math.ceil(parts.length / 2)
  return both(together(parts.slice(0, half)), together(parts.slice(half)))
}
