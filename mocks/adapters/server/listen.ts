import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { isError } from '../../../src/core/base/kind-of.ts'
import { ConfigurationError } from '../../shared/configuration-error.ts'

/** Where a server listens. */
export interface ListenAddress {
  readonly host: string
  readonly port: number
}

const reasons: Readonly<Record<string, (place: ListenAddress) => string>> = {
  EADDRINUSE: ({ host, port }) =>
    `port ${port} of ${host} is in use. Stop the program that listens there, or choose another port (0 takes any free one).`,
  EACCES: ({ port }) =>
    `port ${port} is reserved. Choose a port above 1023 (0 takes any free one).`,
  EADDRNOTAVAIL: ({ host }) =>
    `host ${host} is not an address of this machine. Leave it out for 127.0.0.1, or give 0.0.0.0 for every address.`,
  EAI_AGAIN: ({ host }) =>
    `host ${host} can't be looked up. Leave it out for 127.0.0.1, or give an IP address of this machine.`,
  ENOTFOUND: ({ host }) =>
    `host ${host} is unknown. Leave it out for 127.0.0.1, or give 0.0.0.0 for every address of this machine.`,
}

/** Starts the server. Resolves with its address and port; port 0 becomes any free one. */
export async function listen(server: Server, place: ListenAddress): Promise<AddressInfo> {
  const { host, port } = place
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new ConfigurationError(`port must be a whole number from 0 to 65535, not ${port}.`)
  }
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  server.once('error', reject)
  server.listen(port, host, resolve)
  try {
    await promise
  } catch (cause) {
    throw failure(cause, place)
  }
  server.off('error', reject)
  return addressOf(server)
}

function addressOf(server: Server): AddressInfo {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return address
}

function failure(cause: unknown, place: ListenAddress): unknown {
  if (!(isError(cause) && 'code' in cause)) return cause
  const reason = reasons[String(cause.code)]
  const { host, port } = place
  const text = reason?.(place) ?? `listening on port ${port} of ${host} failed (${cause.code}).`
  return new ConfigurationError(`The mock can't be served: ${text}`, { cause })
}

/** The URL to type into a browser. A server on every address is reached by the loopback address. */
export function urlOf({ host, port }: ListenAddress): string {
  const reached = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host
  return `http://${reached.includes(':') ? `[${reached}]` : reached}:${port}`
}
