/**
 * Prints the texts of denials that are not reviewed yet, and with `--write` takes them all into the files that
 * `texts.test.ts` compares with: `node test/policy/texts/main.ts --write`.
 */
import { writeFileSync } from 'node:fs'
import { everyStage } from '../../properties/support/stage.ts'
import { shapesOf } from './denials.ts'
import { reviewedIn, reviewedPath } from './reviewed.ts'

const policies = new Set(everyStage.map(({ stage }) => stage.policy.name))

for (const policy of policies) {
  const stages = everyStage.flatMap(({ stage }) => (stage.policy.name === policy ? stage : []))
  const found = shapesOf(stages)
  const reviewed = reviewedIn(policy)
  for (const part of ['text', 'final', 'missing', 'have'] as const) {
    for (const [shape, example] of Object.entries(found[part])) {
      if (reviewed?.[part][shape] === undefined) console.log(`${policy}, ${part}: ${example}`)
    }
  }
  if (process.argv.includes('--write')) {
    writeFileSync(reviewedPath(policy), `${JSON.stringify(found, null, 2)}\n`)
  }
}
