import { readOperations } from '../../policy/index.ts'
import type { Policy } from '../../policy/language/policy.ts'
import { pointer } from '../../shared/json-pointer.ts'
import type { Finding } from '../problem.ts'

/** Finds resource types that can be listed and not read one by one, or the other way round. */
export const pairProblems = ({ changes }: Policy): readonly Finding[] =>
  [...readOperations.values()].flatMap(({ get, list }) => {
    const gets = Object.hasOwn(changes, get)
    if (gets === Object.hasOwn(changes, list)) return []
    const [offered, missing] = gets ? [get, list] : [list, get]
    const consequence = gets
      ? 'people who may get one can’t find it'
      : 'visibility alone decides who sees what is listed'
    return [
      {
        code: 'missing_pair',
        pointer: pointer('changes', offered),
        message: `${offered} is offered and ${missing} is not: ${consequence}.`,
        fix: `Offer ${missing} too, with the action that it asks.`,
      },
    ]
  })
