import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { onTestFinished } from 'vitest'
import { at } from '../../mock/ask.ts'

/** Who may do what with which document, in no policy's language. */
const facts = [
  ['ada', 'view', 'notes'],
  ['ada', 'edit', 'notes'],
  ['ben', 'view', 'notes'],
  ['ben', 'view', 'plans'],
] as const

/** A request that the server has seen. */
export interface Seen {
  readonly method: string
  readonly path: string
  readonly headers: IncomingMessage['headers']
}

export interface OtherServer {
  /** The identifier of the decision point: its URL with the path of a tenant. */
  readonly identifier: string
  readonly seen: readonly Seen[]
}

/** How the server differs from a plain one. */
interface Manners {
  /** The path of the API. Default: that of the standard, below the tenant. */
  readonly api?: string
  /** Further parameters of the metadata, in place of those that it has. */
  readonly metadata?: object
}

const wellKnown = '/.well-known/authzen-configuration'
const tenant = '/tenant1'

/**
 * A decision point by another hand: it shares no code with the mock. It answers with fields that the
 * standard does not know, its errors are plain text, and it pages by number. `boom` makes it fail.
 */
export async function otherServer({
  api = `${tenant}/access/v1`,
  metadata = {},
}: Manners = {}): Promise<OtherServer> {
  const seen: Seen[] = []
  const server = createServer((request, response) => {
    void answer(request, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : address
  const origin = `http://127.0.0.1:${port}`
  const identifier = origin + tenant

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '', headers } = request
    seen.push({ method, path: url, headers })
    let text = ''
    for await (const chunk of request) text += chunk
    const send = (status: number, body: unknown) => {
      const type = typeof body === 'string' ? 'text/plain' : 'application/json'
      response.writeHead(status, { 'content-type': type })
      response.end(typeof body === 'string' ? body : JSON.stringify(body))
    }
    if (url === wellKnown + tenant) return send(200, { ...metadataAt(origin + api), ...metadata })
    if (headers.authorization !== 'Bearer letmein') return send(401, 'Who are you?')
    if (!url.startsWith(`${api}/`)) return send(404, 'No such page')
    if (text.includes('boom')) return send(500, 'Out of order')
    const [status, body] = decide(url.slice(api.length), JSON.parse(text))
    send(status, body)
  }

  const metadataAt = (base: string) => ({
    policy_decision_point: identifier,
    access_evaluation_endpoint: `${base}/evaluation`,
    access_evaluations_endpoint: `${base}/evaluations`,
    search_subject_endpoint: `${base}/search/subject`,
    search_resource_endpoint: `${base}/search/resource`,
    search_action_endpoint: `${base}/search/action`,
    support: { phone: null },
  })

  return { identifier, seen }
}

function decide(path: string, body: unknown): [status: number, body: unknown] {
  const subject = at(body, 'subject', 'id')
  const action = at(body, 'action', 'name')
  const resource = at(body, 'resource', 'id')
  if (path === '/evaluations') {
    const parts = at(body, 'evaluations')
    const all = Array.isArray(parts) ? parts : []
    const one = (part: object) => decide('/evaluation', { ...Object(body), ...part })[1]
    return [200, { evaluations: all.map(one), took: 3 }]
  }
  if (path === '/evaluation') {
    if (resource === undefined) return [400, 'resource.id is missing']
    const decision = facts.some(([s, a, r]) => s === subject && a === action && r === resource)
    const context = decision ? undefined : { reason_user: { 403: 'Ask your administrator' } }
    return [200, { decision, ...(context && { context }), evaluatedBy: ['other'] }]
  }
  const found = facts.filter(
    ([s, a, r]) =>
      (path === '/search/subject' || s === subject) &&
      (path === '/search/action' || a === action) &&
      (path === '/search/resource' || r === resource),
  )
  const results = found.map(([s, a, r]) => {
    if (path === '/search/subject') return { type: 'user', id: s, properties: { known: true } }
    return path === '/search/resource' ? { type: 'document', id: r } : { name: a }
  })
  const start = Number(at(body, 'page', 'token') ?? 0)
  const limit = Number(at(body, 'page', 'limit') ?? results.length)
  const end = start + limit
  const next_token = end < results.length ? String(end) : ''
  const page = { next_token, count: end - start, total: results.length, properties: { pages: 1 } }
  return [200, { page, context: { took: 1 }, results: results.slice(start, end) }]
}
