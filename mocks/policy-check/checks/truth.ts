import type { Condition, Scalar } from '../../policy/language/condition.ts'

/** The values that a field can have. */
export interface Domain {
  /** Every possible value besides null; left out if unknown. */
  readonly values?: readonly Scalar[]
  readonly mayBeNull: boolean
  /** Whether it can hold several values at the same time. */
  readonly isList: boolean
}

export type DomainOf = (field: string) => Domain

/** A field that can have any value. */
export const open: Domain = { mayBeNull: true, isList: false }

/** A field's value: one that a condition names, several of them, or undefined for any other. */
type Held = Scalar | undefined | ReadonlySet<Scalar>

/** A value for each field. */
type State = ReadonlyMap<string, Held>

/** The most states to try. A condition with more is not judged. */
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
  const held = state.get(condition.field)
  const { is } = condition
  return (isList(is) ? is : [is]).some((item) =>
    held instanceof Set ? held.has(item) : held === item,
  )
}

/** All subsets of the items, including the empty one. */
const subsetsOf = (items: readonly Scalar[]): readonly ReadonlySet<Scalar>[] =>
  items.reduce<readonly ReadonlySet<Scalar>[]>(
    (sets, item) => sets.flatMap((set) => [set, new Set([...set, item])]),
    [new Set()],
  )

/** The field's possible values, as far as the compared values tell them apart; undefined if there are too many. */
function heldBy(domain: Domain, compared: ReadonlySet<Scalar>): readonly Held[] | undefined {
  const named = [...compared].filter((value) => value !== null || domain.mayBeNull)
  if (domain.isList) {
    const items = named.filter((value) => value !== null)
    if (2 ** items.length > most) return undefined
    return [...subsetsOf(items), ...(domain.mayBeNull ? [null] : [])]
  }
  const { values } = domain
  const isMore =
    values === undefined ||
    values.some((value) => !compared.has(value)) ||
    (domain.mayBeNull && !compared.has(null))
  return isMore ? [...named, undefined] : named
}

/** Every state that the condition tells apart; undefined if there are too many. */
function statesFor(condition: Condition, domainOf: DomainOf): readonly State[] | undefined {
  const byField = Map.groupBy(valuesOf(condition), ([field]) => field)
  let states: readonly State[] = [new Map()]
  for (const [field, named] of byField) {
    const held = heldBy(domainOf(field), new Set(named.map(([, value]) => value)))
    if (held === undefined || states.length * held.length > most) return undefined
    states = states.flatMap((state) => held.map((one) => new Map([...state, [field, one]])))
  }
  return states
}

/**
 * Whether a condition holds in every state, in none, or in some; undefined if there are too many to try.
 *
 * @param domainOf - The values that each field can have. Default: any.
 */
export const truthOf = (
  condition: Condition,
  domainOf: DomainOf = () => open,
): 'always' | 'never' | 'sometimes' | undefined => {
  const states = statesFor(condition, domainOf)
  if (states === undefined) return undefined
  const count = states.filter((state) => holdsIn(state, condition)).length
  if (count === 0) return 'never'
  return count === states.length ? 'always' : 'sometimes'
}

/** Whether the condition holds in every state in which `from` does. */
export const follows = (condition: Condition, from: Condition, domainOf?: DomainOf): boolean =>
  truthOf({ all: [from, { not: condition }] }, domainOf) === 'never'
