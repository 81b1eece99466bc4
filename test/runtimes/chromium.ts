import { readFileSync } from 'node:fs'
import { launchChromium } from '../browser/chromium.ts'
import type { Run } from './runtimes.ts'
import { listen } from './servers.ts'
import type { runChecks } from '../package/consumer/smoke/run-checks.ts'

/** Runs the checks in a page of an origin of its own: the mock's CORS is part of them. */
export const runInChromium: Run = async (consumer, addresses) => {
  const browser = await launchChromium()
  if (typeof browser === 'string') throw new Error(browser)
  const script = readFileSync(consumer.page)
  const server = await listen((request, response) => {
    const isScript = request.url === '/checks.js'
    response.setHeader('Content-Type', isScript ? 'text/javascript' : 'text/html')
    response.end(isScript ? script : '<!doctype html><title>Checks</title>')
  })
  try {
    const page = await browser.newPage()
    await page.goto(server.origin)
    const report = await page.evaluate(async (given) => {
      const url = '/checks.js'
      const checks: { runChecks: typeof runChecks } = await import(url)
      return checks.runChecks(given)
    }, addresses)
    return { runtime: `chromium ${browser.version()}`, report }
  } finally {
    await browser.close()
    await server.close()
  }
}
