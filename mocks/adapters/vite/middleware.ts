import type { IncomingMessage, ServerResponse } from 'node:http'
import { isMocked, pathBelow } from '../../mock/base-url.ts'
import { readCors } from '../server/gate/cors.ts'
import type { Hosts } from '../server/gate/hosts.ts'
import { listeners, type Servable } from '../server/listener.ts'
import { splitTarget } from '../server/target.ts'

/** Answers a request, or passes it on. */
export type Middleware = (
  request: IncomingMessage,
  response: ServerResponse,
  next: () => void,
) => void

/** The dev server has checked the host already, by its own setting `server.allowedHosts`. */
const hosts: Hosts = { has: () => true, text: 'the hosts of the dev server' }

/** The dev server answers what its parser refuses. */
const remember = () => {}

/** Answers the mock's paths below a prefix, and passes all other requests on. */
export function middleware(mock: Servable, prefix: string): Middleware {
  const servedAt = { proxy: undefined, prefix }
  const answer = listeners(mock, { hosts, origins: readCors('loopback'), servedAt }, remember)
  return (request, response, next) => {
    const { url = '/', method = 'GET' } = request
    const path = pathBelow(prefix, splitTarget(url).path)
    if (path === undefined || !isMocked(method, path)) {
      next()
      return
    }
    nameHost(request)
    answer.request(request, response)
  }
}

/** Names the host as HTTP/1.1 does. Dev servers with HTTPS speak HTTP/2. */
function nameHost({ headers }: IncomingMessage): void {
  const authority = headers[':authority']
  if (headers.host === undefined && typeof authority === 'string') headers.host = authority
}
