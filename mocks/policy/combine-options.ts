import { nothingNeeded, type Option } from './need.ts'
import { slotKey } from './slot.ts'

/** What an option would have to change or keep, in the slots that it changes. */
const burdenOf = (option: Option): ReadonlySet<string> => {
  const changed = new Set(option.flatMap(({ met, slot }) => (met ? [] : [slotKey(slot)])))
  return new Set(
    option.flatMap(({ slot, permission = '', by = '' }) =>
      changed.has(slotKey(slot)) ? [slotKey(slot), `${slotKey(slot)} ${permission} ${by}`] : [],
    ),
  )
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
  withoutSupersets(options.flatMap((one) => part.map((other) => [...one, ...other])))

/** Every way to take one option of each. */
export const together = (parts: readonly (readonly Option[])[]): readonly Option[] => {
  const [first = nothingNeeded, ...others] = parts
  return others.reduce(both, first)
}
