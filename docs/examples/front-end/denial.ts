import type { Decision, RemedyCall } from 'rolecall'
import { element } from './element.ts'
import { remedy } from './remedy.ts'

/** A denial: its rule, its reason, and each remedy. */
export function denial(
  { rule, ruleText, text, alternatives, final }: Decision,
  run: (calls: readonly RemedyCall[]) => void,
): HTMLElement {
  return element(
    'article',
    { className: 'no' },
    element('h3', {}, 'Not allowed, by rule ', element('code', {}, rule)),
    ...(ruleText === undefined ? [] : [element('p', {}, ruleText)]),
    element('p', {}, text),
    ...(final === undefined ? [] : [element('p', {}, final)]),
    ...alternatives.map((alternative, index) =>
      remedy(alternatives.length > 1 ? `Remedy ${index + 1}` : 'Remedy', alternative, run),
    ),
  )
}
