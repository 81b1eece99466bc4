import axe from 'axe-core'
import type { Page } from 'playwright'

/** What axe finds on a page as it is, by all of its rules: a line each, with the first element. */
export async function axeFindings(page: Page): Promise<string[]> {
  // Evaluated, and not added as a script, which the page's policy would refuse.
  await page.evaluate(axe.source)
  return page.evaluate<string[]>(`(async () => {
    const values = axe.getRules().map(({ ruleId }) => ruleId)
    const { violations } = await axe.run(document, { runOnly: { type: 'rule', values } })
    return violations.map(({ id, nodes: [{ html, failureSummary }] }) => [id, html.slice(0, 200), failureSummary].join(': '))
  })()`)
}
