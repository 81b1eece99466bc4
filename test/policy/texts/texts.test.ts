/**
 * Laws over the texts of every kind of denial, and their reviewed shapes: `node test/policy/texts/main.ts` prints
 * those that are new.
 */
import { describe, expect, test } from 'vitest'
import { everyStage } from '../../properties/support/stage.ts'
import { namesIn, strangeNamesIn } from './names.ts'
import { denialsOn, textsOf, type Told } from './denials.ts'
import { reviewedIn } from './reviewed.ts'
import { shapesOn } from './shape.ts'

/** What no text says, whatever it is about. */
const never: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['raw JSON', /\{"|\[object /],
  ['a JSON pointer', /(?:^|\s)\/[a-z]+\/\w/i],
  ['a grant without its name', /It is not ticked|lacks it/],
  ['a full stop too many', /\.\./],
  ['two spaces', / {2}/],
  ['an empty name', /“”|\(\)|undefined/],
  ['a sentence twice', /(?:^|\. )([^.]+\.) \1/],
  ['a name with its key twice', /(“[^”]*” \([^)]*\)).*\1/],
]

/** The longest text: a reader has five seconds. The longest names two permissions and two people. */
const longest = 400

/** Texts in quotation marks and brackets are names, and not the policy's words. */
const withoutNames = (text: string): string => text.replaceAll(/“[^”]*”|"[^"]*"|\([^)]*\)/g, 'NAME')

/** Whether “and” and “or” of one requirement follow each other without a word that tells them apart. */
const isMixed = (text: string): boolean => {
  const [need = ''] = /needs [^.]*/.exec(withoutNames(text)) ?? []
  const isGrouped = /\b(?:both|either|all of|one of)\b/.test(need)
  return / and /.test(need) && / or /.test(need) && !isGrouped
}

function checkSentence({ text }: Told, what: string): void {
  expect(text, what).toMatch(/\.$/)
  for (const [name, pattern] of never) expect(pattern.test(text), `${name}: ${what}`).toBe(false)
  expect(isMixed(text), what).toBe(false)
  expect(text.length, what).toBeLessThanOrEqual(longest)
}

const policies = [...Map.groupBy(everyStage, ({ stage }) => stage.policy.name)]

describe.each(policies)('%s', (policy, stages) => {
  test('each text of a denial is a sentence for people, of a shape that was reviewed', () => {
    const reviewed = reviewedIn(policy)
    const seen = new Set<string>()
    for (const { name, stage } of stages) {
      const shapeOf = shapesOn(stage)
      const names = namesIn(stage)
      const known = new Set<string>()
      for (const collected of denialsOn(stage)) {
        for (const told of textsOf(collected)) {
          const { part, text } = told
          if (known.has(`${part} ${text}`)) continue
          known.add(`${part} ${text}`)
          const what = `${name}: ${collected.by} ${JSON.stringify(collected.call)}: ${text}`
          checkSentence(told, what)
          expect(strangeNamesIn(names, text), what).toEqual([])
          const shape = shapeOf(text)
          expect(Object.keys(reviewed?.[part] ?? {}), what).toContain(shape)
          seen.add(`${part}: ${shape}`)
        }
      }
    }
    const gone = Object.entries(reviewed ?? {}).flatMap(([part, shapes]) =>
      Object.keys(shapes)
        .map((shape) => `${part}: ${shape}`)
        .filter((one) => !seen.has(one)),
    )
    expect(gone).toEqual([])
  }, 120_000)
})
