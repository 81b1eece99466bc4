import { type Alternative, callText, type RemedyCall } from 'rolecall'
import { element } from './element.ts'

/** One remedy: what is missing, the calls that supply it, who may run them, and what else they give. */
export function remedy(
  title: string,
  { missing, calls, gives, refusal }: Alternative,
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
    ...gives.map(({ text }) => element('p', {}, text)),
    ...(refusal
      ? [element('p', {}, `Even then ${refusal.status} ${refusal.code}: ${refusal.text}`)]
      : []),
    button,
  )
}

function callOf(call: RemedyCall): HTMLElement {
  const who = call.selfService ? 'You can do this yourself.' : `Ask ${others.format(call.by)}.`
  return element(
    'li',
    {},
    element('code', {}, callText(call)),
    element('p', { className: 'by' }, who),
  )
}

// With no comma before the last: a, b or c.
const others = new Intl.ListFormat('en-GB', { type: 'disjunction' })
