import { installJudges } from './installed.ts'
import { judges } from './judges.ts'
import { summaryOf } from './summary.ts'
import type { Judge } from './verdict.ts'

// `npm run judge` asks all judges, `npm run judge -- spectral orval` those whose package has the word in its
// name. One line each, then its findings; a non-zero exit if there are more than its budget.
const asked = process.argv.slice(2)
const isAsked = (judge: Judge) =>
  asked.length === 0 || asked.some((word) => judge.package.includes(word))
const called = judges.filter(isAsked)
if (called.length === 0) {
  throw new Error(
    `No judge is named ${asked.join(', ')}, but ${judges.map((one) => one.package).join(', ')}`,
  )
}

await installJudges()
for (const judge of called) {
  const { lines, failed } = await summaryOf(judge)
  if (failed) process.exitCode = 1
  console.log(lines.join('\n'))
}
