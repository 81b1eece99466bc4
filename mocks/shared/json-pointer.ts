import { cut } from './brief.ts'

/** The JSON pointer along the keys, from the outermost one inwards. */
export function pointer(...keys: readonly (string | number)[]): string {
  let text = ''
  for (const key of keys) text += `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`
  return text
}

/** The keys along a JSON pointer. */
export const pointerSteps = (text: string): readonly string[] =>
  text
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))

/** The keys as code says them: `[3].email`, or `.teams["two words"]`. */
export const stepsInto = (...steps: readonly string[]): string =>
  steps
    .map((step) => {
      if (/^\d+$/.test(step)) return `[${step}]`
      return /^[\w-]+$/.test(step) ? `.${cut(step)}` : `[${JSON.stringify(cut(step))}]`
    })
    .join('')

/** A JSON pointer as code says it: `/users/3/email` is `users[3].email`. */
export const placeAt = (text: string): string => stepsInto(...pointerSteps(text)).replace(/^\./, '')
