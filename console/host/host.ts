import { type Control, createControl } from '../../mocks/control-client/index.ts'
import type { ClientOptions } from '../../src/index.ts'

/** Where the console is shown: by a mock's port, by Vite, in a panel of an app, or with the mock inside. */
export type HostKind = 'server' | 'vite' | 'panel' | 'static'

/** The place of the console, and the way to the mock that it shows. */
export interface Host {
  readonly kind: HostKind
  /** What a person would type to reach the mock. */
  readonly address: string
  /** Controls the mock, in a state by name or in the main one. */
  control(session?: string): Control
  /** The options of clients that call the mock, in a state by name or in the main one. */
  client(session?: string): Pick<ClientOptions, 'baseUrl' | 'headers' | 'fetch'>
}

/** What the page says of its host, in `<meta name="rolecall-console">`. */
interface HostSettings {
  readonly host?: HostKind
  /** The base of the mock's paths, relative to the page. Default: the page's own folder. */
  readonly baseUrl?: string
}

/** Reads from the page where the mock is. */
export function readHost(page: Document = document): Host {
  const { host: kind = 'server', baseUrl = '.' } = settingsOf(page)
  const address = new URL(baseUrl, page.baseURI).href.replace(/\/(index\.html)?([?#].*)?$/, '')
  return {
    kind,
    address,
    control: (session) => createControl({ baseUrl: address, session }),
    client: (session) => ({
      baseUrl: address,
      ...(session !== undefined && { headers: { 'X-Mock-Session': session } }),
    }),
  }
}

function settingsOf(page: Document): HostSettings {
  const said = page.querySelector('meta[name="rolecall-console"]')?.getAttribute('content')
  const read: unknown = said ? JSON.parse(said) : {}
  return isSettings(read) ? read : {}
}

const kinds: ReadonlySet<unknown> = new Set<HostKind>(['server', 'vite', 'panel', 'static'])

function isSettings(value: unknown): value is HostSettings {
  if (typeof value !== 'object' || value === null) return false
  const { host, baseUrl }: { host?: unknown; baseUrl?: unknown } = value
  return (
    (host === undefined || kinds.has(host)) &&
    (baseUrl === undefined || typeof baseUrl === 'string')
  )
}
