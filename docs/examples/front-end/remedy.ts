import type { Alternative, RemedyCall } from 'rolecall'
import { element } from './element.ts'

/** One way to have it allowed: what is missing, the calls that supply it, and who may run them. */
export function remedy(
  title: string,
  { missing, calls }: Alternative,
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
    button,
  )
}

function callOf({ operation, args, by }: RemedyCall): HTMLElement {
  const written = args.map((arg) => JSON.stringify(arg)).join(', ')
  return element(
    'li',
    {},
    element('code', {}, `${operation}(${written})`),
    element('p', { className: 'by' }, `May be run by ${by.join(', ')}`),
  )
}
