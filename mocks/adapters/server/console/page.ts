import { escapeHtml } from '../../../../src/core/base/escape-html.ts'

/** What the console is told of its host. */
export interface ConsoleSettings {
  readonly host: 'server' | 'vite'
  /** The base URL of the mock, relative to the page. */
  readonly baseUrl: string
  /** The folder of the console's files, relative to the page, with a slash at its end. */
  readonly folder: string
  /** The page for browsers without JavaScript, relative to the page. */
  readonly plain?: string
}

/** The built page says nothing of its host. */
const unsaid = /<meta name="rolecall-console"[^>]*>/

/** The page of the console, for a host: the built one, with the settings in its head. */
export function consolePage(
  built: string,
  { host, baseUrl, folder, plain }: ConsoleSettings,
): string {
  const settings = escapeHtml(JSON.stringify({ host, baseUrl }))
  const refresh =
    plain === undefined
      ? ''
      : `\n<noscript><meta http-equiv="refresh" content="0; url=${escapeHtml(plain)}"></noscript>`
  return built
    .replaceAll('="./', () => `="${escapeHtml(folder)}`)
    .replace(unsaid, () => `<meta name="rolecall-console" content="${settings}">${refresh}`)
}
