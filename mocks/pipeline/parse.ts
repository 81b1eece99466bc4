import type { Endpoint } from '../../src/generated/operations.ts'
import type { Terms } from '../generated/contract.ts'
import { brief } from '../brief.ts'
import type { Message } from './message.ts'
import { readQuery } from './read-query.ts'
import { refuse, type Refused } from './refusal.ts'

/** What the message's body or query says; undefined for an operation that takes neither. */
export type Parsed = { readonly ok: true; readonly input: unknown } | Refused

/** Reads the body or the query, without a look at what is in it. */
export function parseInput(
  { input, mergePatch }: Endpoint,
  { bodyRequired, query }: Terms,
  message: Message,
): Parsed {
  if (input === undefined) return { ok: true, input: undefined }
  if (input === 'query')
    return { ok: true, input: readQuery(new URLSearchParams(message.query), query) }
  if (message.body === '') {
    return bodyRequired === true
      ? refuse(400, 'malformed_json', 'The body is empty. Send a JSON object.')
      : { ok: true, input: {} }
  }
  const accepted = [
    'application/json',
    ...(mergePatch === true ? ['application/merge-patch+json'] : []),
  ]
  const sent = message.headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? 'nothing'
  if (!accepted.includes(sent)) {
    const text = `The Content-Type is ${brief(sent)}. Send ${accepted.toReversed().join(' or ')}.`
    return refuse(415, 'unsupported_media_type', text, { headers: { Accept: accepted.join(', ') } })
  }
  return parseBody(message.body)
}

/** Deeper than any body of the API, and far from what would exhaust the stack. */
const deepest = 100

function parseBody(body: string): Parsed {
  let input: unknown
  try {
    input = JSON.parse(body)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return refuse(400, 'malformed_json', `The body is not JSON: ${why}`)
  }
  if (depthOf(body) <= deepest) return { ok: true, input }
  const text = `The body is nested more than ${deepest} levels deep. Send a flatter one.`
  return refuse(400, 'malformed_json', text)
}

/** How deep a JSON text is nested; brackets in its strings do not count. */
function depthOf(json: string): number {
  let depth = 0
  let deepestYet = 0
  for (const [token] of json.matchAll(/"(?:[^"\\]|\\.)*"|[[{]|[\]}]/gs)) {
    if (token === '{' || token === '[') deepestYet = Math.max(deepestYet, (depth += 1))
    else if (token === '}' || token === ']') depth -= 1
  }
  return deepestYet
}
