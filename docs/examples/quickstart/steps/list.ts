import { check, run, type Stage } from '../stage.ts'

/** Follows the cursor from page to page. */
export async function listPageByPage(stage: Stage, as: string): Promise<void> {
  const admin = stage.signIn(as)
  const seen: string[] = []
  let number = 0

  for await (const page of run(stage, () => admin.users.list({ limit: 8 }).pages())) {
    number += 1
    const names = page.data.map(({ email }) => email.split('@')[0])
    stage.print.rows([[`page ${number}`, names.join(', ')]])
    seen.push(...page.data.map(({ email }) => email))
  }

  check(number > 1, 'All users came on one page.')
  check(new Set(seen).size === seen.length, 'A user came twice.')
  check(seen.includes('qa@acme.test'), 'The user of step 1 is not among them.')
}
