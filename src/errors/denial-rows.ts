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
 * calls, who can make them, what they give beyond the denied call, and what is still in the way. A remedy
 * says no sentence twice.
 */
export function decisionRows(decision: Told): readonly Row[] {
  const { rule, ruleText, ruleSource, ruleUrl, text = '', moreAlternatives, final } = decision
  const rows: Row[] = []
  let said = ''
  const say = (label: string, sentence: string | undefined) => {
    if (sentence && !said.includes(sentence)) {
      rows.push([label, sentence])
      said += sentence
    }
  }
  const reading = ruleSource?.origin === 'reading' ? ' (reading)' : ''
  say('rule', rule && rule + reading + (ruleText ? `: ${ruleText}` : ''))
  say('', ruleUrl)
  say('because', text)
  decision.alternatives?.forEach((remedy, at) => {
    const { calls = [], selfService, gives = [], refusal } = remedy
    // Remedies may share sentences.
    said = text
    lacksOf(remedy, text).forEach((lack) => {
      say('missing', lack.text?.replace(/\.$/, ''))
      say('have', lack.haveText)
    })
    calls.forEach((call, step) => {
      say(step ? 'then' : `remedy ${at + 1}`, callText(call))
      say('', whoText(call, selfService))
    })
    gives.forEach((gain) => say('', gain.text))
    say('', refusal && refusalText(refusal))
  })
  if (moreAlternatives) say('more', `${moreAlternatives} remedies not listed`)
  say('no remedy', final)
  return rows
}

/** What a remedy supplies; nothing if the reason says it all. */
export const lacksOf = ({ missing = [] }: Partial<Alternative>, reason = '') =>
  missing.every(({ haveText }) => haveText && reason.includes(haveText)) ? [] : missing
