/** Laws of refusals: each names what it is about. */
import type { Received, Sent } from './exchange.ts'
import { problemIn } from './problem.ts'
import { parsed } from './promised.ts'

/** The body of a request, and its query. */
const inputsOf = ({ target, body = '' }: Sent): readonly unknown[] => [
  parsed(Buffer.from(body).toString())?.value,
  Object.fromEntries(new URLSearchParams(/\?(.*)$/s.exec(target)?.[1] ?? '')),
]

const unescaped = (key: string): string => key.replaceAll('~1', '/').replaceAll('~0', '~')

/** Whether the place exists, or may be missing from a place that does. */
function isPlace(input: unknown, pointer: string): boolean {
  const keys = pointer.split('/').slice(1, -1).map(unescaped)
  const around = keys.reduce<unknown>(
    (value, key) =>
      Object.hasOwn(Object(value), key) ? Reflect.get(Object(value), key) : undefined,
    input ?? {},
  )
  return pointer === '' || (typeof around === 'object' && around !== null)
}

/** Texts of a value and names of its keys. Bodies may be nested deeply; what they name is not. */
const wordsOf = (value: unknown, depth = 0): string[] =>
  typeof value === 'object' && value !== null && depth < 8
    ? Object.entries(value).flatMap(([key, one]) => [key, ...wordsOf(one, depth + 1)])
    : [typeof value === 'object' ? '' : String(value)]

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Whether a text quotes a word, or its beginning. */
const quotes = (text: string, word: string): boolean =>
  word !== '' && (text.includes(word) || text.includes(JSON.stringify(word).slice(1, 20)))

/** The headers that a refusal of this status is about. */
const headerOf: Readonly<Record<number, RegExp>> = {
  401: /Authorization|token/i,
  412: /If-Match/,
  415: /Content-Type|Content-Encoding|charset/,
}

/** What a refusal leaves unnamed. */
export function namingFaults({
  sent,
  answer,
}: {
  readonly sent: Sent
  readonly answer: Received
}): string[] {
  if (answer.status < 400) return []
  const { detail, code, errors = [] } = problemIn(answer)
  const text = String(detail)
  const faults: string[] = []
  const header = headerOf[answer.status]
  if (header?.test(text) === false) faults.push(`The detail does not name ${String(header)}.`)
  const inputs = inputsOf(sent)
  for (const { pointer } of errors) {
    if (!inputs.some((input) => isPlace(input, pointer)))
      faults.push(`The request has no place ${pointer}.`)
  }
  if (code === 'not_found' && detail !== 'The organization was deleted.') {
    const path = sent.target.replace(/\?.*$/s, '').split('/').map(decoded)
    if (
      !/first call/.test(text) &&
      ![...path, ...wordsOf(inputs)].some((word) => quotes(text, word))
    )
      faults.push('The detail does not name what is not found.')
  }
  return faults
}
