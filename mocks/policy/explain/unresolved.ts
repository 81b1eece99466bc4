import { brief } from '../../shared/brief.ts'
import { pointerSteps, stepsInto } from '../../shared/json-pointer.ts'
import { quoted } from '../../shared/quoted.ts'
import { series } from '../../shared/series.ts'
import type { Reference } from '../call/references.ts'

/** The most references that the text names. */
const most = 3

/** Types that the policy itself defines, and that are hidden from nobody. */
const open: ReadonlySet<Reference['type']> = new Set(['permission', 'kind', 'grant'])

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth']

/** Where the call names it, if its type alone does not tell: ` (the second of permissions)`, ` in teams.support`. */
const placeOf = ({ type, reference, pointer }: Reference): string => {
  const steps = pointerSteps(pointer)
  const last = steps.at(-1) ?? ''
  const before = steps.slice(0, -1)
  if (/^\d+$/.test(last) && before.length > 0) {
    const ordinal = ordinals[Number(last)] ?? `number ${Number(last) + 1}`
    return ` (the ${ordinal} of ${brief(inField(before))})`
  }
  const field = inField(last === reference ? before : steps)
  return field === '' || field === type || field === `${type}s` ? '' : ` in ${brief(field)}`
}

const inField = (steps: readonly string[]): string => stepsInto(...steps).replace(/^\./, '')

/**
 * Says which references the decision leaves out. The text is the same whether one is hidden or does not
 * exist.
 */
export const unresolvedText = (references: readonly Reference[]): string => {
  const names = new Set(
    references.map((named) => `${named.type} ${quoted(named.reference)}${placeOf(named)}`),
  )
  const more = names.size - most
  const told = [...[...names].slice(0, most), ...(more > 0 ? [`${more} more`] : [])]
  const isOne = names.size === 1
  const missing = isOne ? 'it does not exist' : 'they do not exist'
  const hidden = isOne ? ', or is hidden' : ', or are hidden'
  const mayHide = references.some(({ type }) => !open.has(type))
  return `This leaves out ${series(told)}: ${missing}${mayHide ? hidden : ''}.`
}
