/**
 * Prints every shape that texts of refusals have, with its count and an example:
 * `node test/policy/texts/main.ts bigml 40`.
 */
import { everyStage } from '../../properties/support/stage.ts'
import { type Collected, lapsedRefusals, refusalsOn } from './collect.ts'
import { Shapes, shapesOn } from './shape.ts'

const [only = '', most = '10'] = process.argv.slice(2)

const named = ({ by, call }: Collected): string =>
  `${by} ${call.operation}(${JSON.stringify(call.args).slice(1, -1)})`

let refusals = 0
for (const { name, stage } of everyStage) {
  if (!name.startsWith(only)) continue
  const shapeOf = shapesOn(stage)
  const kinds = {
    text: new Shapes(),
    final: new Shapes(),
    missing: new Shapes(),
    have: new Shapes(),
    refusal: new Shapes(),
  }
  const take = (collected: Collected): void => {
    refusals += 1
    const { decision, detail, code } = collected
    const example = named(collected)
    if (!decision) {
      kinds.refusal.add(`${code}: ${shapeOf(detail)}`, `${detail} | ${example}`)
      return
    }
    kinds.text.add(shapeOf(decision.text), `${decision.text} | ${example}`)
    if (decision.final !== undefined) {
      kinds.final.add(shapeOf(decision.final), `${decision.final} | ${decision.text} | ${example}`)
    }
    for (const { missing, refusal } of decision.alternatives) {
      if (refusal)
        kinds.refusal.add(`then ${shapeOf(refusal.text)}`, `${refusal.text} | ${example}`)
      for (const { text, haveText } of missing) {
        kinds.missing.add(shapeOf(text), `${text} | ${example}`)
        kinds.have.add(shapeOf(haveText), `${text} | ${haveText} | ${example}`)
      }
    }
  }
  for (const one of refusalsOn(stage, { most: Number(most) })) take(one)
  for (const one of lapsedRefusals(stage, { most: Number(most) })) take(one)
  for (const [kind, shapes] of Object.entries(kinds)) {
    console.log(`\n## ${name}: ${kind}, ${shapes.all.length} shapes`)
    for (const { shape, count, example } of shapes.all) {
      console.log(`${count}\t${shape}\n\t\t${example}`)
    }
  }
}
console.log(`\n${refusals} refusals`)
