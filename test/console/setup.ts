import type { BrowserServer } from 'playwright'
import type { TestProject } from 'vitest/node'
import { keepConsoleBuilt } from '../../.ci/console/keep-built.ts'
import { serveChromium } from '../browser/chromium.ts'

let browser: BrowserServer | undefined

/** Builds the console, as `npm run build` does, and starts one Chromium for all tests. */
export async function setup({ provide }: TestProject): Promise<void> {
  const started = await serveChromium()
  if (typeof started === 'string') {
    console.warn(started)
    provide('chromium', { lacking: started })
    return
  }
  browser = started
  provide('chromium', { endpoint: browser.wsEndpoint() })
  await keepConsoleBuilt()
}

export async function teardown(): Promise<void> {
  await browser?.close()
}
