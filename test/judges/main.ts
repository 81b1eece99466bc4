import { installJudges } from './installed.ts'
import { judges, nightly } from './judges.ts'
import { summaryOf } from './summary.ts'

// `npm run judge` asks the judges of every change, `npm run judge -- spectral specmatic` those whose package
// has the word in its name, also of the nightly ones. One line each, then its findings; a non-zero exit if there are more than its budget.
const asked = process.argv.slice(2)
const all = [...judges, ...nightly]
const called =
  asked.length === 0
    ? judges
    : all.filter((judge) => asked.some((word) => judge.package.includes(word)))
if (called.length === 0) {
  const names = all.map((judge) => judge.package).join(', ')
  throw new Error(`No judge is named ${asked.join(', ')}, but ${names}`)
}

await installJudges()
for (const judge of called) {
  const { lines, failed } = await summaryOf(judge)
  if (failed) process.exitCode = 1
  console.log(lines.join('\n'))
}
