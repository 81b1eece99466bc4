import { casesOf } from './changes.ts'
import { fieldsOf } from './condition.ts'
import type { OperationChanges, Policy } from './policy.ts'

const fieldsByChanges = new WeakMap<OperationChanges, readonly string[]>()

/** The facts by which the cases of an operation’s changes are told apart. */
export const fieldsOfCases = (changes: OperationChanges): readonly string[] => {
  const known = fieldsByChanges.get(changes)
  if (known) return known
  const { always, keys = {} } = changes
  const found = [...(always ? [always] : []), ...Object.values(keys)]
    .flatMap(casesOf)
    .flatMap(({ when }) => (when ? fieldsOf(when) : []))
  fieldsByChanges.set(changes, found)
  return found
}

/** Operations whose changes are told apart by facts about whoever calls, or about teams and roles, which a remedy may change. */
export const shiftingOperations = ({ changes }: Policy): ReadonlySet<string> =>
  new Set(
    Object.entries(changes).flatMap(([operation, asked]) =>
      fieldsOfCases(asked).some((field) => /^(team|role|actor)\./.test(field)) ? [operation] : [],
    ),
  )
