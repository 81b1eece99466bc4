import type { Condition, Scalar } from '../../policy/condition.ts'

/** What each field is: a value that a condition names, or undefined for anything else. */
type State = ReadonlyMap<string, Scalar | undefined>

/** More than these are not tried: nothing is said of such conditions. */
const most = 20_000

const valuesOf = (condition: Condition): readonly (readonly [string, Scalar])[] => {
  if ('all' in condition) return condition.all.flatMap(valuesOf)
  if ('any' in condition) return condition.any.flatMap(valuesOf)
  if ('not' in condition) return valuesOf(condition.not)
  const { field, is } = condition
  return (isList(is) ? is : [is]).map((value) => [field, value])
}

const isList = (is: Scalar | readonly Scalar[]): is is readonly Scalar[] => Array.isArray(is)

const holdsIn = (state: State, condition: Condition): boolean => {
  if ('all' in condition) return condition.all.every((part) => holdsIn(state, part))
  if ('any' in condition) return condition.any.some((part) => holdsIn(state, part))
  if ('not' in condition) return !holdsIn(state, condition.not)
  const value = state.get(condition.field)
  const { is } = condition
  return isList(is) ? is.some((item) => item === value) : is === value
}

/** Every state that the conditions tell apart; undefined where there are too many. */
const statesFor = (conditions: readonly Condition[]): readonly State[] | undefined => {
  const byField = Map.groupBy(conditions.flatMap(valuesOf), ([field]) => field)
  const domains = [...byField].map(([field, named]) => {
    const values = new Set<Scalar | undefined>(named.map(([, value]) => value))
    return { field, values: [...values, undefined] }
  })
  if (domains.reduce((product, { values }) => product * values.length, 1) > most) return undefined
  return domains.reduce<readonly State[]>(
    (states, { field, values }) =>
      states.flatMap((state) => values.map((value) => new Map([...state, [field, value]]))),
    [new Map()],
  )
}

/** Whether a condition holds in every state, in none, or in some; undefined where that is too much to try. */
export const truthOf = (condition: Condition): 'always' | 'never' | 'sometimes' | undefined => {
  const states = statesFor([condition])
  if (states === undefined) return undefined
  const count = states.filter((state) => holdsIn(state, condition)).length
  if (count === 0) return 'never'
  return count === states.length ? 'always' : 'sometimes'
}

/** Whether one condition holds in every state in which the other does. */
export const follows = (condition: Condition, from: Condition): boolean =>
  truthOf({ all: [from, { not: condition }] }) === 'never'
