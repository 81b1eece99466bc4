import type { Mock } from '../../mock/mock.ts'
import { wrongBase } from '../../shared/base-url.ts'
import { checkMock } from '../../shared/check-mock.ts'
import { checkOptions, isText } from '../../shared/check-options.ts'
import { ConfigurationError } from '../../shared/configuration-error.ts'

/** Options of {@link showPanel}. */
export interface PanelOptions {
  /**
   * The mock of the page, such as the one that `startMock` returns: the console calls it directly. Default:
   * the console calls `baseUrl` by the network.
   */
  readonly mock?: Pick<Mock, 'fetch' | 'handle'> | undefined
  /**
   * The base URL that the app's client calls, such as `/api`. Default: the one that the page of the console
   * names, as that of the plugin for Vite does; with `mock`, the root of the page's origin.
   */
  readonly baseUrl?: string | URL | undefined
  /**
   * The folder of the console's files, on the page's own origin. Default: `/__rolecall/`, where the plugin
   * for Vite has them.
   */
  readonly url?: string | URL | undefined
}

/** What the page of the console is told by its frame: `readHost` of the console reads it. */
export interface FrameSettings {
  readonly baseUrl?: string
  readonly fetch?: typeof fetch
}

/** The panel's place and the way to its mock. */
export interface PanelTarget {
  /** The URL of the console's folder, with a slash at its end. */
  readonly folder: string
  readonly settings: FrameSettings
}

const names = ['mock', 'baseUrl', 'url']

/** Checks the options of a panel on a page with the URL. */
export function readPanel(options: PanelOptions, page: string): PanelTarget {
  checkOptions("showPanel's options", options, names, '{ mock }')
  const { mock, url = '/__rolecall/' } = options
  const { baseUrl = mock && '/' } = options
  if (mock !== undefined) checkMock('showPanel', mock)
  return {
    folder: folderOf(url, page),
    settings: {
      ...(baseUrl !== undefined && { baseUrl: resolved(baseUrl, page) }),
      ...(mock !== undefined && { fetch: mock.fetch }),
    },
  }
}

function resolved(baseUrl: unknown, page: string): string {
  const { protocol, href } = urlFrom(baseUrl, page) ?? {}
  if (href !== undefined && /^https?:$/.test(protocol ?? '')) return href
  throw wrongBase('an http(s) URL, or a path such as /api', baseUrl)
}

function folderOf(url: unknown, page: string): string {
  const { origin, pathname = '' } = urlFrom(url, page) ?? {}
  // A frame of another origin could not be told of the mock.
  if (origin === new URL(page).origin) return `${origin}${pathname.replace(/\/?$/, '/')}`
  throw new ConfigurationError(
    "url must be the path of the console's folder on the page's own origin, such as /__rolecall/.",
  )
}

/** The URL that an option means on a page; undefined if it is none. */
function urlFrom(given: unknown, page: string): URL | undefined {
  const text = given instanceof URL ? given.href : given
  return isText(text) && URL.canParse(text, page) ? new URL(text, page) : undefined
}
