import { ConfigurationError } from '../../../shared/configuration-error.ts'
import { isAddress, isLoopback, readHost } from './host.ts'

/** The hosts that requests may name. */
export interface Hosts {
  /** Whether a request may name the host, by its name without a port. */
  has(name: string): boolean
  /** The hosts in words: `localhost, IP addresses`. */
  readonly text: string
}

/** Where a server listens: the `host` option, and the address that it became. */
export interface Listening {
  readonly host: string
  readonly address: string
}

/** Whether a server listens on every address of its machine. */
export const isEverywhere = ({ address }: Listening): boolean =>
  address === '0.0.0.0' || address === '::'

/** Whether only the machine itself can reach the server. */
export const isLocal = ({ address }: Listening): boolean => isLoopback(nameOf(address))

const nameOf = (host: string): string =>
  readHost(host.includes(':') ? `[${host}]` : host)?.name ?? host

/**
 * The hosts that requests may name: those that always mean this machine, the `host` option, and further
 * names. This stops DNS rebinding: a page whose own name was pointed at this machine names another host.
 */
export function hostsOf(listening: Listening, names: readonly string[]): Hosts {
  const own = nameOf(listening.host)
  const everywhere = isEverywhere(listening)
  const others = everywhere ? ['IP addresses'] : isLoopback(own) ? [] : [own]
  return {
    has: (name) =>
      isLoopback(name) ||
      (everywhere ? isAddress(name) : name === own) ||
      names.some((one) => (one.startsWith('.') ? `.${name}`.endsWith(one) : name === one)),
    text: ['localhost', ...others, ...names].join(', '),
  }
}

/** Reads the `allowedHosts` option. Throws if an entry is not a host name. */
export const readHosts = (allowed: readonly string[]): readonly string[] => allowed.map(readAllowed)

function readAllowed(entry: unknown): string {
  const name = typeof entry === 'string' ? allowable(entry) : undefined
  if (name !== undefined) return name
  throw new ConfigurationError(
    `allowedHosts must list host names; ${JSON.stringify(entry)} is not one. Give the name alone, such as mock.test, or .mock.test to allow every subdomain too.`,
  )
}

/** Reads a host name that can be allowed, with or without a leading dot; undefined for anything else. */
export function allowable(text: string): string | undefined {
  const host = readHost(text.replace(/^\./, ''))
  if (host === undefined || host.host !== host.name || /:\d+$/.test(text)) return undefined
  return text.startsWith('.') ? `.${host.name}` : host.name
}
