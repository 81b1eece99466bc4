import { expect, test } from 'vitest'
import { nightly } from '../judges/judges.ts'
import { summaryOf } from '../judges/summary.ts'

test.for(nightly)('$package has no objections', async (judge, { skip }) => {
  const { lines, failed, missing } = await summaryOf(judge)
  if (missing !== undefined) skip(`needs ${missing}`)
  expect(failed, lines.join('\n')).toBe(false)
})
