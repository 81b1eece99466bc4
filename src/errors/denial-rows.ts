import type { Alternative, Decision } from '../generated/models.ts'
import { callText, refusalText, whoText } from './remedy-text.ts'

/** A decision as a server sends it: it may say less than all of it. */
export type Told = {
  readonly [K in keyof Omit<Decision, 'alternatives'>]?: Decision[K] | undefined
} & { readonly alternatives?: readonly Partial<Alternative>[] | undefined }

/** A label and its text. */
export type Row = readonly [label: string, text: string]

/**
 * What a decision says below its heading: the rule, the reason and, for each remedy, what it supplies, its
 * calls, who can make each, what they give beyond the denied call, and what is still in the way. What the
 * reason says is not repeated.
 */
export function decisionRows({
  rule,
  ruleText,
  ruleSource,
  ruleUrl,
  text = '',
  alternatives,
  moreAlternatives,
  final,
}: Told): readonly Row[] {
  const rows: Row[] = []
  let said = ''
  const say = (label: string, sentence: string | undefined) => {
    if (sentence && !said.includes(sentence)) {
      rows.push([label, sentence])
      said += sentence
    }
  }
  const source = ruleSource?.origin === 'reading' ? `${rule} (reading)` : rule
  say('rule', [rule && source, ruleText].filter(Boolean).join(': '))
  say('', ruleUrl)
  say('because', text)
  alternatives?.forEach(({ missing, calls, gives, refusal }, at) => {
    // Remedies may share sentences.
    said = text
    lacksOf(missing, text).forEach((lack) => {
      say('missing', lack.text?.replace(/\.$/, ''))
      say('have', lack.haveText)
    })
    calls?.forEach((call, step) => {
      // Each call says who can make it.
      said = text
      say(step ? 'then' : `remedy ${at + 1}`, callText(call))
      say('', whoText(call))
    })
    gives?.forEach((gain) => say('', gain.text))
    say('', refusal && refusalText(refusal))
  })
  if (moreAlternatives) say('more', `${moreAlternatives} remedies not listed`)
  say('no remedy', final)
  return rows
}

/** What a remedy supplies; nothing if the reason says it all. */
export const lacksOf = (missing: Alternative['missing'] = [], reason = '') =>
  missing.every(({ haveText }) => reason.includes(haveText)) ? [] : missing
