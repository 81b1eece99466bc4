import { isRecord } from '../../src/core/base/kind-of.ts'

/** Where the console is shown: by a mock's port, by Vite, in a panel of an app, or with the mock inside. */
export type HostKind = 'server' | 'vite' | 'panel' | 'static'

/** What the page says of its host, in `<meta name="rolecall-console">`. */
export interface HostSettings {
  readonly host?: HostKind
  /** The base of the mock's paths, relative to the page. Default: the page's own folder. */
  readonly baseUrl?: string
  /** The script with the mock, relative to the page, of a page that has it inside. */
  readonly mock?: string
}

/** Reads the settings in the head of a page. */
export function settingsOf(page: Document): HostSettings {
  const said = page.querySelector('meta[name="rolecall-console"]')?.getAttribute('content')
  const read: unknown = said ? JSON.parse(said) : {}
  return isSettings(read) ? read : {}
}

const kinds: ReadonlySet<unknown> = new Set<HostKind>(['server', 'vite', 'panel', 'static'])

function isSettings(value: unknown): value is HostSettings {
  if (!isRecord(value)) return false
  const { host, baseUrl, mock } = value
  const areTexts = [baseUrl, mock].every((one) => one === undefined || typeof one === 'string')
  return areTexts && (host === undefined || kinds.has(host))
}
