import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds on a page as it is, by all of its rules: a line each, with the first element. */
export async function axeFindings(page: Page): Promise<string[]> {
  // Evaluated, and not added as a script, which the page's policy would refuse.
  await page.evaluate(source)
  return page.evaluate<string[]>(`(async () => {
    const values = axe.getRules().map(({ ruleId }) => ruleId)
    const { violations } = await axe.run(document, { runOnly: { type: 'rule', values } })
    return violations.map(({ id, nodes: [{ html, failureSummary }] }) => [id, html.slice(0, 200), failureSummary].join(': '))
  })()`)
}
