import type { ProblemCode } from '../../src/generated/models.ts'
import type { Answer } from '../message/message.ts'
import { titleOf } from '../message/problem.ts'
import { usualCode } from './codes.ts'
import type { Instead } from './struck.ts'

/** Statuses without a code of the API, in words. */
const phrases: Readonly<Record<number, string>> = {
  402: 'Payment required',
  405: 'Method not allowed',
  406: 'Not acceptable',
  407: 'Proxy authentication required',
  408: 'Request timeout',
  411: 'Length required',
  413: 'Content too large',
  414: 'URI too long',
  418: "I'm a teapot",
  421: 'Misdirected request',
  423: 'Locked',
  425: 'Too early',
  426: 'Upgrade required',
  428: 'Precondition required',
  431: 'Request header fields too large',
  451: 'Unavailable for legal reasons',
}

/** The code of an answer by a rule; undefined if the API has none for its status. */
export const codeOf = ({ status, problem }: Instead): ProblemCode | undefined =>
  problem?.code ?? usualCode(status)

/** The answer of a rule with a status: a problem (RFC 9457). */
export function insteadAnswer(instead: Instead, requestId: string): Answer {
  const { status, problem = {}, wait } = instead
  const code = codeOf(instead)
  return {
    status,
    headers: {
      'Content-Type': 'application/problem+json',
      ...(status === 401 && { 'WWW-Authenticate': 'Bearer' }),
      ...(wait !== undefined && { 'Retry-After': String(wait) }),
    },
    body: JSON.stringify({
      type: code === undefined ? 'about:blank' : `urn:rolecall:problem:${code}`,
      title: code === undefined ? (phrases[status] ?? `Status ${status}`) : titleOf(code),
      status,
      detail: detailOf(status, wait),
      instance: requestId,
      ...(code !== undefined && { code }),
      ...problem,
    }),
  }
}

function detailOf(status: number, wait: number | undefined): string {
  const patience = wait === undefined ? '' : ` Wait ${wait} ${wait === 1 ? 'second' : 'seconds'}.`
  if (status === 429) return `Too many requests.${patience}`
  return `The mock's plan of faults answers this call with ${status}.${patience}`
}
