import { brief } from '../shared/brief.ts'
import { jsonFault } from '../shared/json-fault.ts'
import { whyNotJson } from '../shared/json-syntax.ts'
import { withoutBom } from '../shared/utf8.ts'
import { infiniteAt } from './infinite.ts'
import type { Message } from './message.ts'
import { refuse, type Refused } from './refusal.ts'

/** The parsed body or query. */
export type Parsed = { readonly ok: true; readonly input: unknown } | Refused

/** Parses a body as JSON, without validating it. It must have an accepted media type, be UTF-8 and not be compressed. */
export function readJson({ headers, body = '' }: Message, accepted: readonly string[]): Parsed {
  return wrongEncoding(headers) ?? wrongType(headers, accepted) ?? parseJson(withoutBom(body))
}

/** 415 for any Content-Encoding but `identity`, even of an empty body. */
export function wrongEncoding({
  'content-encoding': encoding = '',
}: Message['headers']): Refused | undefined {
  if (encoding.split(',').every((coding) => /^(?:identity)?$/i.test(coding.trim())))
    return undefined
  const text = `Content-Encoding must be identity, not ${brief(encoding)}. Send the body uncompressed.`
  return unsupported(text, { 'Accept-Encoding': 'identity' })
}

/** 415 for a wrong media type or charset. */
function wrongType(
  { 'content-type': type }: Message['headers'],
  accepted: readonly string[],
): Refused | undefined {
  const media = { Accept: accepted.join(', ') }
  const usual = accepted.toReversed().join(' or ')
  const [sent = '', ...parameters] = (type ?? '')
    .split(';')
    .map((part) => part.trim().toLowerCase())
  if (sent === '') return unsupported(`Content-Type is missing. Send ${usual}.`, media)
  if (!accepted.includes(sent)) {
    return unsupported(`Content-Type must be ${usual}, not ${brief(sent)}.`, media)
  }
  const charset = parameters.map(charsetIn).find((one) => one !== undefined && !isUtf8(one))
  return charset === undefined
    ? undefined
    : unsupported(`The charset must be utf-8, not ${brief(charset)}.`, media)
}

const unsupported = (text: string, headers: Readonly<Record<string, string>>): Refused =>
  refuse(415, 'unsupported_media_type', text, { headers })

const charsetIn = (parameter: string): string | undefined =>
  /^charset\s*=\s*"?([^"]*)"?$/.exec(parameter)?.[1]

const isUtf8 = (charset: string): boolean => /^utf-?8$/.test(charset.trim())

/** A number can only become infinite with an exponent, or with more than 308 digits. */
const mayBeInfinite = /\d[eE]|\d{309}/

function parseJson(text: string): Parsed {
  const malformed = (detail: string) => refuse(400, 'malformed_json', detail)
  if (!text.isWellFormed()) return malformed('The body is not UTF-8. Encode it as UTF-8.')
  let input: unknown
  try {
    input = JSON.parse(text)
  } catch {
    return malformed(`The body is not JSON: ${whyNotJson(text)}.`)
  }
  const fault = jsonFault(text)
  if (fault !== undefined) return malformed(`The body ${fault}.`)
  const huge = mayBeInfinite.test(text) ? infiniteAt(input) : undefined
  if (huge === undefined) return { ok: true, input }
  const where = huge === '' ? '' : `, at ${brief(huge)}`
  return malformed(`The body has a number that is too large to keep${where}.`)
}
