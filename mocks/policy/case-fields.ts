import { casesOf } from './changes.ts'
import { fieldsOf } from './condition.ts'
import type { OperationChanges, Policy } from './policy.ts'

/** The facts by which the cases of an operation’s changes are told apart. */
export const fieldsOfCases = ({ always, keys = {} }: OperationChanges): readonly string[] =>
  [...(always ? [always] : []), ...Object.values(keys)]
    .flatMap(casesOf)
    .flatMap(({ when }) => (when ? fieldsOf(when) : []))

/** Operations whose changes are told apart by facts about teams and roles, which a remedy may change. */
export const shiftingOperations = ({ changes }: Policy): ReadonlySet<string> =>
  new Set(
    Object.entries(changes).flatMap(([operation, asked]) =>
      fieldsOfCases(asked).some((field) => /^(team|role)\./.test(field)) ? [operation] : [],
    ),
  )
