import { type Alternative, callText, type RemedyCall } from 'rolecall'
import { element } from './element.ts'

/** One remedy: what is missing, the calls that supply it, and the users who may run them. */
export function remedy(
  title: string,
  { missing, calls, refusal }: Alternative,
  run: (calls: readonly RemedyCall[]) => void,
): HTMLElement {
  const runners = [...new Set(calls.flatMap(({ by }) => by.slice(0, 1)))]
  const button = element('button', { type: 'button' }, `Run it as ${runners.join(' and ')}`)
  button.addEventListener('click', () => run(calls))

  return element(
    'section',
    { className: 'remedy' },
    element('h4', {}, title),
    element('p', {}, 'Missing:'),
    element('ul', {}, ...missing.map(({ text }) => element('li', {}, text))),
    element('ol', {}, ...calls.map(callOf)),
    ...(refusal ? [element('p', {}, `Even then: ${refusal.text}`)] : []),
    button,
  )
}

function callOf(call: RemedyCall): HTMLElement {
  return element(
    'li',
    {},
    element('code', {}, callText(call)),
    element('p', { className: 'by' }, `May be run by ${call.by.join(', ')}`),
  )
}
