import { decisionRows, type Told } from './denial-rows.ts'

/** A denial in one line, with its rule and its first remedy: a log or a notebook shows no more. */
export function denialMessage(detail: string, { rule = '', alternatives, final }: Told): string {
  const text = detail.startsWith(rule) ? detail : `${rule}: ${detail}`
  const first = { ...alternatives?.[0], missing: [] }
  return decisionRows({ text, alternatives: [first], final })
    .map(([label, said]) => {
      if (label === 'then') return `Then ${said}.`
      return label === 'remedy 1' ? `Would allow it: ${said}.` : said
    })
    .join(' ')
}
