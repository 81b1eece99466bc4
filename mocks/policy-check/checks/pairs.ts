import { readOperations } from '../../policy/index.ts'
import type { Policy } from '../../policy/language/policy.ts'
import { pointer } from '../../shared/json-pointer.ts'
import type { Finding } from '../problem.ts'

/** Calls that list resources of a type where none gets one of them, and the other way round. */
export const pairProblems = ({ changes }: Policy): readonly Finding[] =>
  [...readOperations.values()].flatMap(({ get, list }) => {
    const gets = Object.hasOwn(changes, get)
    if (gets === Object.hasOwn(changes, list)) return []
    const [offered, missing] = gets ? [get, list] : [list, get]
    const consequence = gets
      ? 'whoever may get one can’t find it'
      : 'who sees what is listed is up to visibility alone'
    return [
      {
        code: 'missing_pair',
        pointer: pointer('changes', offered),
        message: `${offered} is offered and ${missing} is not: ${consequence}.`,
        fix: `Offer ${missing} too, with the action that it asks.`,
      },
    ]
  })
