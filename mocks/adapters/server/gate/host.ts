/** A host as a request names it, written as browsers write it. */
export interface Host {
  /** With the port, unless that is HTTP's own: `localhost:4010`. */
  readonly host: string
  /** Without the port, and without the dot that may end a full name. */
  readonly name: string
}

const wellFormed = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d+)?$/i

/** What was read before: nearly every request names the same host. */
const known = new Map<string, Host>()
const mostKnown = 100

/** Reads the value of a `Host` header; undefined if it is none. Letter case means nothing in it. */
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

/** Whether a name always means the machine that it is used on: no DNS server has a say in it. */
export const isLoopback = (name: string): boolean =>
  /^(?:.+\.)?localhost$|^127\.\d+\.\d+\.\d+$|^\[::1\]$/.test(name)

/** Whether a name is an IP address, which no DNS server has a say in either. */
export const isAddress = (name: string): boolean => /^\[|^\d+\.\d+\.\d+\.\d+$/.test(name)
