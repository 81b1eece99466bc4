import { casesOf } from './changes.ts'
import { fieldsOf } from './condition.ts'
import { perPolicy } from './per-policy.ts'
import type { OperationChanges, Policy } from './policy.ts'

/** The facts by which the cases of an operation’s changes are told apart. */
export const fieldsOfCases = perPolicy(
  ({ always, keys = {} }: OperationChanges): readonly string[] =>
    [...(always ? [always] : []), ...Object.values(keys)]
      .flatMap(casesOf)
      .flatMap(({ when }) => (when ? fieldsOf(when) : [])),
)

/** Operations whose changes are told apart by facts about whoever calls, or about teams and roles, which a remedy may change. */
export const shiftingOperations = perPolicy(
  ({ changes }: Policy): ReadonlySet<string> =>
    new Set(
      Object.entries(changes).flatMap(([operation, asked]) =>
        fieldsOfCases(asked).some((field) => /^(team|role|actor)\./.test(field)) ? [operation] : [],
      ),
    ),
)
