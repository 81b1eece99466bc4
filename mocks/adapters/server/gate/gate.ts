import type { IncomingMessage } from 'node:http'
import { isControl } from '../../../control/find-route.ts'
import { type CorsHeaders, forAnyOrigin } from '../../cors.ts'
import type { Answer } from '../../../message/message.ts'
import { lowerCase } from '../../../shared/lower-case.ts'
import { isOwnPage } from '../own-pages.ts'
import { plainProblem } from '../plain-problem.ts'
import type { Origins } from './cors.ts'
import type { ServedAt } from '../served-at.ts'
import { type Host, readHost } from './host.ts'
import type { Hosts } from './hosts.ts'
import { strangeHost, strangePage } from './strangers.ts'

/** The verdict on a request: refused unread, or admitted, with CORS headers for its page. */
export type Admission =
  | { readonly refused: Answer }
  | { readonly host: Host; readonly cors: CorsHeaders }

/** Admits requests by the host that they name and the page that sends them. */
export interface Gate {
  readonly hosts: Hosts
  readonly origins: Origins
  readonly servedAt: ServedAt
}

/**
 * Decides from the head of a request alone, before its body is read. Browsers name the page that sends a
 * request and the host that it is sent to; requests of other programs are admitted.
 */
export function admit(gate: Gate, request: IncomingMessage, path: string): Admission {
  const refuse = (status: number, title: string, detail: string): Admission => ({
    refused: plainProblem({ status, title, detail }, request.headers),
  })
  const named = hostsOf(request)
  const [host] = named
  if (host === undefined || named.includes(undefined)) {
    return refuse(400, 'Bad request', 'The request must name one host, in its Host header.')
  }
  const stranger = named.find((one) => one !== undefined && !gate.hosts.has(one.name))
  if (stranger !== undefined) return refuse(403, 'Forbidden', strangeHost(stranger, gate.hosts))
  const own = isOwnPage(path) || isControl(path)
  const cors = corsFor(gate, request, host, own)
  return cors === undefined
    ? refuse(403, 'Forbidden', strangePage(request.headers.origin, own))
    : { host, cors }
}

/** The hosts that a request names, that of an absolute URL first; undefined for one that is malformed. */
function hostsOf({ url = '/', headers, rawHeaders }: IncomingMessage): (Host | undefined)[] {
  const { host } = headers
  // Node keeps the first of several.
  const inHeader = host === undefined || isRepeated(rawHeaders, 'host') ? undefined : readHost(host)
  if (url.startsWith('/') || url === '*') return [inHeader]
  const inTarget = /^https?:\/\/([^/?#]*)/i.exec(url)?.[1]
  return [readHost(inTarget ?? ''), ...(host === undefined ? [] : [inHeader])]
}

/** Whether a header occurs several times. Names and values alternate in the list. */
function isRepeated(rawHeaders: readonly string[], name: string): boolean {
  let count = 0
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const header = rawHeaders[at] ?? ''
    if (header.length === name.length && lowerCase(header) === name) count += 1
  }
  return count > 1
}

/** For answers that depend on the page's origin. */
const varying: CorsHeaders = { Vary: 'Origin' }

function corsFor(
  { origins, servedAt }: Gate,
  { headers }: IncomingMessage,
  { host }: Host,
  own: boolean,
): CorsHeaders | undefined {
  if (origins.open && !own) return forAnyOrigin
  const { origin } = headers
  if (origin === undefined) return isEmbedded(headers) ? undefined : varying
  // A proxy in front may speak HTTPS.
  const owned = [`http://${host}`, `https://${host}`, servedAt.proxy?.origin]
  if (owned.includes(origin)) return varying
  return own ? origins.control(origin) : origins.api(origin)
}

/** Whether a page of another site embeds the answer, as an image or a script. Such requests have no Origin. */
const isEmbedded = (headers: IncomingMessage['headers']): boolean =>
  headers['sec-fetch-site'] === 'cross-site' && headers['sec-fetch-mode'] !== 'navigate'
