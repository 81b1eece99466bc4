import { type Need, nothingNeeded, type Option } from '../slots/need.ts'
import { slotKey } from '../slots/slot.ts'

/** What tells a need from others, and its slot from others. */
interface Marks {
  readonly slot: string
  readonly need: string
}

const known = new WeakMap<Need, Marks>()

/** Looked up once for each need: options share theirs. */
const marksOf = (need: Need): Marks => {
  let marks = known.get(need)
  if (marks === undefined) {
    const { slot, permission = '', by = '' } = need
    const key = slotKey(slot)
    known.set(need, (marks = { slot: key, need: `${key} ${permission} ${by}` }))
  }
  return marks
}

/** What an option would have to change or keep, in the slots that it changes. */
const burdenOf = (option: Option): ReadonlySet<string> => {
  const changed = new Set(option.flatMap((need) => (need.met ? [] : [marksOf(need).slot])))
  const burden = new Set<string>(changed)
  for (const one of option) {
    const { slot, need } = marksOf(one)
    if (changed.has(slot)) burden.add(need)
  }
  return burden
}

/** The needs of both, each once: a hundred demands that need the same need it once. */
const united = (one: Option, other: Option): Option => {
  const leaves = Map.groupBy(one, (need) => marksOf(need).need)
  const isNew = (need: Need): boolean =>
    leaves.get(marksOf(need).need)?.every(({ leaf }) => leaf !== need.leaf) ?? true
  return [...one, ...other.filter(isNew)]
}

/** Leaves out each option that asks for all that another asks for; keeps products small. */
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
 * Burdens, each found by the one of its marks that fewest have: a thousand options that differ in one
 * mark, such as their team, are then not compared with each other.
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
    /** Whether one of them is part of the burden. An empty one is part of all. */
    holdPartOf: (burden: Burden): boolean =>
      [undefined, ...burden].some((mark) =>
        byRarest.get(mark)?.some((one) => one.isSubsetOf(burden)),
      ),
  }
}

const both = (options: readonly Option[], part: readonly Option[]): readonly Option[] =>
  withoutSupersets(options.flatMap((one) => part.map((other) => united(one, other))))

/** Every way to take one option of each: halves first, so that few products have many options. */
export const together = (parts: readonly (readonly Option[])[]): readonly Option[] => {
  const [first = nothingNeeded, second, ...others] = parts
  if (second === undefined) return first
  if (others.length === 0) return both(first, second)
  const half = Math.ceil(parts.length / 2)
  return both(together(parts.slice(0, half)), together(parts.slice(half)))
}
