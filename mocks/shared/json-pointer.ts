/** The JSON pointer that leads along the keys, from the outermost one inwards. */
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
