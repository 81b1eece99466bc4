import { type Need, nothingNeeded, type Option } from './need.ts'
import { slotKey } from './slot.ts'

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
  const kept: { option: Option; burden: ReadonlySet<string> }[] = []
  const burdened = options.map((option) => ({ option, burden: burdenOf(option) }))
  for (const one of burdened.toSorted((a, b) => a.burden.size - b.burden.size)) {
    if (!kept.some(({ burden }) => burden.isSubsetOf(one.burden))) kept.push(one)
  }
  return kept.map(({ option }) => option)
}

const both = (options: readonly Option[], part: readonly Option[]): readonly Option[] =>
  withoutSupersets(options.flatMap((one) => part.map((other) => united(one, other))))

/** Every way to take one option of each. */
export const together = (parts: readonly (readonly Option[])[]): readonly Option[] => {
  const [first = nothingNeeded, ...others] = parts
  return others.reduce(both, first)
}
