import type { Policy } from '../../policy/language/policy.ts'
import { rulePlaces } from '../../policy/language/rule-ids.ts'
import { pointer } from '../../shared/json-pointer.ts'
import { quoted } from '../../shared/quoted.ts'
import type { Finding } from '../problem.ts'

/** Finds rules without a sentence, and addresses in the rulebook that are no URLs. */
export const sentenceProblems = (policy: Policy): readonly Finding[] => [
  ...unsaid(policy),
  ...wrongAddresses(policy),
]

/** One place of each rule that a decision could only cite by its id. */
function unsaid(policy: Policy): readonly Finding[] {
  const places = rulePlaces(policy)
  const said = new Set([
    ...Object.keys(policy.rulebook ?? {}),
    ...policy.readings.map(({ rule }) => rule),
    ...places.filter(({ text }) => text !== undefined).map(({ id }) => id),
  ])
  const ids = new Map(places.toReversed().map(({ id, at }) => [id, at]))
  return [...ids]
    .filter(([id]) => !said.has(id))
    .map(([id, at]): Finding => ({
      code: 'no_sentence',
      pointer: at,
      message: `Rule ${quoted(id)} has no sentence, so a decision would cite its id alone.`,
      fix: `Say it in one sentence, in ${pointer('rulebook', id)}.`,
    }))
    .toReversed()
}

const wrongAddresses = ({ rulebook = {} }: Policy): readonly Finding[] =>
  Object.entries(rulebook).flatMap(([id, { quotes = [] }]) =>
    quotes.flatMap(({ url }, index): readonly Finding[] =>
      url === undefined || URL.canParse(url)
        ? []
        : [
            {
              code: 'not_in_document',
              pointer: pointer('rulebook', id, 'quotes', index, 'url'),
              message: `${quoted(url)} is no URL.`,
              fix: 'Write the whole address, such as https://docs.example/roles, or leave it out.',
            },
          ],
    ),
  )
