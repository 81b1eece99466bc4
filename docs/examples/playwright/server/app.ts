import { createServer, type IncomingMessage, type Server } from 'node:http'
import { platformFor } from './platform.ts'

/** A server that renders its page from the platform: no page calls the platform itself. */
export const createApp = (baseUrl?: string): Server =>
  createServer((request, response) => {
    const page = pageFor(request, baseUrl)
    const html = page.catch((error: unknown) => `<p role="status">${text(String(error))}</p>`)
    void html.then((body) =>
      response
        .setHeader('Content-Type', 'text/html; charset=utf-8')
        .end(`<!doctype html><title>Roles</title><link rel="icon" href="data:," />${body}`),
    )
  })

/** The roles, and a form that creates one. */
async function pageFor(request: IncomingMessage, baseUrl: string | undefined): Promise<string> {
  const client = platformFor(headersOf(request), baseUrl)
  if (request.method === 'POST') {
    await client.roles.create({ key: 'reviewer', permissions: ['use_case:read'] })
  }
  const roles = await client.roles.list().toArray()
  const items = roles.map(({ key }) => `<li>${text(key)}</li>`)
  return `<h1>Roles</h1><form method="post"><button>Create role</button></form><ul>${items.join('')}</ul>`
}

function headersOf({ headers }: IncomingMessage): Headers {
  const entries = Object.entries(headers).map(([name, value]) => [name, String(value)] as const)
  return new Headers(Object.fromEntries(entries))
}

const text = (value: string): string => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
