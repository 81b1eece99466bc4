/** The host that a request names, in the form that browsers use. */
export interface Host {
  /** With the port, unless that is 80: `localhost:4010`. */
  readonly host: string
  /** Without the port, and without a trailing dot. */
  readonly name: string
}

const wellFormed = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d+)?$/i

/** Hosts read before: nearly every request names the same one. */
const known = new Map<string, Host>()
const mostKnown = 100

/** Reads a `Host` header, in any letter case; undefined if it is malformed. */
export function readHost(text: string): Host | undefined {
  const before = known.get(text)
  if (before !== undefined) return before
  const host = parseHost(text)
  if (known.size >= mostKnown) known.clear()
  if (host !== undefined) known.set(text, host)
  return host
}

function parseHost(text: string): Host | undefined {
  const url = `http://${text}`
  if (!wellFormed.test(text) || !URL.canParse(url)) return undefined
  const { host, hostname } = new URL(url)
  return { host, name: hostname.replace(/\.$/, '') }
}

/** Whether a name always means this machine. DNS can't point such a name elsewhere. */
export const isLoopback = (name: string): boolean =>
  /^(?:.+\.)?localhost$|^127\.\d+\.\d+\.\d+$|^\[::1\]$/.test(name)

/** Whether a name is an IP address, which needs no DNS either. */
export const isAddress = (name: string): boolean => /^\[|^\d+\.\d+\.\d+\.\d+$/.test(name)
