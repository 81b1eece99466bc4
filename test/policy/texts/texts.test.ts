/** Laws over the texts of every kind of denial: `node test/policy/texts/main.ts` prints them all. */
import { describe, expect, test } from 'vitest'
import { everyStage } from '../../properties/support/stage.ts'
import { type Collected, lapsedRefusals, refusalsOn } from './collect.ts'

/** What no text says, whatever it is about. */
const never: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['raw JSON', /\{"|\[object /],
  ['a JSON pointer', /(?:^|\s)\/[a-z]+\/\w/i],
  ['a grant without its name', /It is not ticked|lacks it/],
  ['a full stop too many', /\.\./],
  ['an empty name', /“”|\(\)|undefined/],
]

/** Texts in quotation marks and brackets are names, and not the policy's words. */
const withoutNames = (text: string): string => text.replaceAll(/“[^”]*”|"[^"]*"|\([^)]*\)/g, 'NAME')

/** Whether “and” and “or” of one requirement follow each other without a word that tells them apart. */
const isMixed = (text: string): boolean => {
  const [need = ''] = /needs [^.]*/.exec(withoutNames(text)) ?? []
  const isGrouped = /\b(?:both|either|all of|one of)\b/.test(need)
  return / and /.test(need) && / or /.test(need) && !isGrouped
}

function textsOf({ decision }: Collected): readonly string[] {
  if (!decision) return []
  const { text, final, alternatives } = decision
  const missing = alternatives.flatMap((one) => one.missing)
  return [
    text,
    ...(final === undefined ? [] : [final]),
    ...missing.flatMap((one) => [one.text, one.haveText]),
  ]
}

describe.each(everyStage)('on $name', ({ stage }) => {
  test('each text of a denial is a sentence for people', () => {
    let read = 0
    for (const refusals of [refusalsOn(stage, { most: 1 }), lapsedRefusals(stage, { most: 1 })]) {
      for (const collected of refusals) {
        for (const text of textsOf(collected)) {
          read += 1
          const what = `${collected.by} ${JSON.stringify(collected.call)}: ${text}`
          expect(text, what).toMatch(/\.$/)
          for (const [name, pattern] of never)
            expect(pattern.test(text), `${name}: ${what}`).toBe(false)
          expect(isMixed(text), what).toBe(false)
        }
      }
    }
    expect(read).toBeGreaterThan(500)
  }, 120_000)
})
