import { brief } from '../../shared/brief.ts'
import { quoted } from '../../shared/quoted.ts'
import { series } from '../../shared/series.ts'
import type { Reference } from '../call/references.ts'

/** The most references that the text names. */
const most = 3

/** Types that the policy itself defines, and that are hidden from nobody. */
const open: ReadonlySet<Reference['type']> = new Set(['permission', 'kind', 'grant'])

/**
 * Says which references the decision leaves out. The text is the same whether one is hidden or does not
 * exist.
 */
export const unresolvedText = (references: readonly Reference[]): string => {
  const names = new Set(
    references.map(
      ({ type, reference, pointer }) => `${type} ${quoted(reference)} at ${brief(pointer)}`,
    ),
  )
  const more = names.size - most
  const told = [...[...names].slice(0, most), ...(more > 0 ? [`${more} more`] : [])]
  const isOne = names.size === 1
  const missing = isOne ? 'it does not exist' : 'they do not exist'
  const hidden = isOne ? ', or is hidden' : ', or are hidden'
  const mayHide = references.some(({ type }) => !open.has(type))
  return `This leaves out ${series(told)}: ${missing}${mayHide ? hidden : ''}.`
}
