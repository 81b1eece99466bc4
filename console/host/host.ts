import { type Control, createControl } from '../../mocks/control-client/index.ts'
import type { ClientOptions } from '../../src/index.ts'
import { frameSettings } from './frame-settings.ts'
import { type InnerMock, startInside } from './inner-mock.ts'
import { type HostKind, settingsOf } from './settings.ts'
import { showable } from './shown-text.ts'

export type { HostKind } from './settings.ts'

/** The place of the console, and the way to the mock that it shows. */
export interface Host {
  readonly kind: HostKind
  /** What a person would type to reach the mock. */
  readonly address: string
  /** Controls the mock, in a state by name or in the main one. */
  control(session?: string): Control
  /** The options of clients that call the mock, in a state by name or in the main one. */
  client(session?: string): Pick<ClientOptions, 'baseUrl' | 'headers' | 'fetch'>
  /** Where the state of a mock inside the page is kept; undefined for a mock elsewhere. */
  readonly storage?: Pick<InnerMock, 'keeps' | 'keep'>
}

/** Reads from the page where the mock is. If it is inside the page, starts it. */
export async function readHost(page: Document = document): Promise<Host> {
  const said = settingsOf(page)
  const frame = frameSettings()
  if (frame) return hostOf('panel', addressOf(frame.baseUrl ?? said.baseUrl, page), frame.fetch)
  const { host = 'server', mock } = said
  if (host !== 'static' || mock === undefined) return hostOf(host, addressOf(said.baseUrl, page))
  const { fetch, ...storage } = await startInside(new URL(mock, page.baseURI))
  return { ...hostOf(host, addressOf('.', page), fetch), storage }
}

/** What the console asks is not in the log of the app's calls, and no fault strikes it. */
const observer = { 'X-Mock-Observer': 'true' }

/** The base URL of a mock, relative to the page. Default: the page's own folder. */
const addressOf = (baseUrl = '.', { baseURI }: Document): string =>
  new URL(baseUrl, baseURI).href.replace(/\/(index\.html)?([?#].*)?$/, '')

function hostOf(kind: HostKind, address: string, fetch?: typeof globalThis.fetch): Host {
  const target = { baseUrl: address, fetch: showable(() => fetch ?? globalThis.fetch) }
  return {
    kind,
    address,
    control: (session) => createControl({ ...target, session }),
    client: (session) => ({
      ...target,
      headers: { ...observer, ...(session !== undefined && { 'X-Mock-Session': session }) },
    }),
  }
}
