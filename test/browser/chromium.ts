import { existsSync } from 'node:fs'
import { type Browser, type BrowserServer, chromium, type LaunchOptions } from 'playwright'

/** Options of a browser without network traffic except that of the page under test. */
export const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * Starts Chromium: that of `CHROMIUM_PATH`, else the system's, else the one from npm (Linux x64 only).
 * Returns a sentence with the reason if there is none.
 */
export const launchChromium = (): Promise<Browser | string> =>
  orReason((options) => chromium.launch(options))

/**
 * Starts it for others to connect to. In it, evil.test resolves to this machine, as its owner could
 * arrange.
 */
export const serveChromium = (): Promise<BrowserServer | string> =>
  orReason(({ args: usual = [], ...options }) =>
    chromium.launchServer({
      ...options,
      args: [...usual, '--host-resolver-rules=MAP evil.test 127.0.0.1'],
    }),
  )

async function orReason<T>(start: (options: LaunchOptions) => Promise<T>): Promise<T | string> {
  try {
    return await start({ executablePath: await chromiumPath(), args: chromiumArguments })
  } catch (error) {
    const [reason] = String(error).split('\n')
    return `No Chromium to be had; set CHROMIUM_PATH to the path of one. ${reason}`
  }
}

/** The path of the Chromium that would be started. There may be no file. */
export async function chromiumPath(): Promise<string> {
  const { CHROMIUM_PATH } = process.env
  if (CHROMIUM_PATH) return CHROMIUM_PATH
  if (existsSync('/usr/bin/chromium')) return '/usr/bin/chromium'
  const { default: packaged } = await import('@sparticuz/chromium')
  return packaged.executablePath()
}
