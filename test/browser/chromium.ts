import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright'

// A browser that talks to nobody but the page under test.
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * Starts Chromium: that of `CHROMIUM_PATH`, else the system's, else the one that comes from npm
 * (Linux x64 only). Answers a sentence that says why not where none can be had.
 *
 * @param more - Further arguments.
 */
export async function launchChromium(...more: readonly string[]): Promise<Browser | string> {
  try {
    return await chromium.launch({
      executablePath: await executablePath(),
      args: [...args, ...more],
    })
  } catch (error) {
    const [reason] = String(error).split('\n')
    return `No Chromium to be had; set CHROMIUM_PATH to the path of one. ${reason}`
  }
}

async function executablePath(): Promise<string> {
  const { CHROMIUM_PATH } = process.env
  if (CHROMIUM_PATH) return CHROMIUM_PATH
  if (existsSync('/usr/bin/chromium')) return '/usr/bin/chromium'
  const { default: packaged } = await import('@sparticuz/chromium')
  return packaged.executablePath()
}
