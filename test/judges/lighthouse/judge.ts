import { existsSync } from 'node:fs'
import { serve } from '../../../mocks/adapters/server/index.ts'
import { createMock } from '../../../mocks/index.ts'
import { keepConsoleBuilt } from '../../../.ci/console/keep-built.ts'
import { chromiumArguments, chromiumPath } from '../../browser/chromium.ts'
import { pathIn, printedBy } from '../installed.ts'
import type { Judge } from '../verdict.ts'

const categories = ['accessibility', 'best-practices']

/** The home on a wide screen and on a telephone's, which is Lighthouse's default. */
const screens = { desktop: ['--preset=desktop'], mobile: [] }

/** Lighthouse: the home of the console on a port, with lines in its log. */
export const lighthouse: Judge = {
  package: 'lighthouse',
  async run() {
    const chromium = await chromiumPath()
    if (!existsSync(chromium)) return { missing: 'Chromium' }
    await keepConsoleBuilt()
    const mock = createMock()
    await using server = await serve(mock, { port: 0 })
    const lead = mock.client({ as: 'lead@acme.test' })
    await lead.users.me()
    await lead.call('roles.create', { key: 'mine', permissions: ['use_case:read'] }).catch(() => {})
    const findings: string[] = []
    for (const [screen, options] of Object.entries(screens)) {
      const report = await reportOn(server.url, chromium, options)
      findings.push(...objectionsOf(report).map((objection) => `${screen}: ${objection}`))
    }
    return {
      judged: `the home of the console, ${categories.join(' and ')}, on two screens`,
      findings,
    }
  },
}

/** What Lighthouse reports of a page. */
interface Report {
  readonly runtimeError?: { readonly message: string }
  readonly categories: Readonly<
    Record<
      string,
      {
        /** From 0 to 1. */
        readonly score: number | null
        readonly auditRefs: readonly { readonly id: string; readonly weight: number }[]
      }
    >
  >
  readonly audits: Readonly<
    Record<string, { readonly score: number | null; readonly title: string }>
  >
}

async function reportOn(
  url: string,
  chromium: string,
  options: readonly string[],
): Promise<Report> {
  const printed = await printedBy(
    pathIn('lighthouse', 'cli/index.js'),
    [
      url,
      '--output=json',
      '--quiet',
      `--only-categories=${categories.join(',')}`,
      `--chrome-flags=--headless=new ${chromiumArguments.join(' ')}`,
      // The console's requests never end: it streams the log.
      '--max-wait-for-load=8000',
      // It would report its errors to its makers.
      '--no-enable-error-reporting',
      ...options,
    ],
    { CHROME_PATH: chromium },
  )
  return JSON.parse(printed)
}

/** A line for each category below 100, and one for each of its audits that is to blame. */
function objectionsOf({ runtimeError, categories: judged, audits }: Report): string[] {
  if (runtimeError) return [runtimeError.message]
  return categories.flatMap((name) => {
    const { score, auditRefs } = judged[name] ?? { score: null, auditRefs: [] }
    if (score === 1) return []
    const blamed = auditRefs.flatMap(({ id, weight }) => {
      const audit = audits[id]
      return weight > 0 && audit && audit.score !== null && audit.score < 1
        ? [`${audit.title} (${id})`]
        : []
    })
    return [`${name} is ${Math.round((score ?? 0) * 100)} of 100`, ...blamed]
  })
}
