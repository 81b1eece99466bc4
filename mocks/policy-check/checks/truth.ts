import type { Condition, Scalar } from '../../policy/language/condition.ts'

/** What a field can be. */
export interface Domain {
  /** All that it can be beside null, where that is known. */
  readonly values?: readonly Scalar[]
  readonly mayBeNull: boolean
  /** Whether it can be several things at the same time. */
  readonly isList: boolean
}

export type DomainOf = (field: string) => Domain

/** A field that can be anything. */
export const open: Domain = { mayBeNull: true, isList: false }

/** What a field is: a value that a condition names, several of them, or undefined for anything else. */
type Held = Scalar | undefined | ReadonlySet<Scalar>

/** What each field is. */
type State = ReadonlyMap<string, Held>

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
  const held = state.get(condition.field)
  const { is } = condition
  return (isList(is) ? is : [is]).some((item) =>
    held instanceof Set ? held.has(item) : held === item,
  )
}

/** Each choice of some of the items; none is one. */
const subsetsOf = (items: readonly Scalar[]): readonly ReadonlySet<Scalar>[] =>
  items.reduce<readonly ReadonlySet<Scalar>[]>(
    (sets, item) => sets.flatMap((set) => [set, new Set([...set, item])]),
    [new Set()],
  )

/** Everything that the field can be, as far as the compared values tell it apart; undefined for too much. */
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

/** Every state that the conditions tell apart; undefined where there are too many. */
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
 * Whether a condition holds in every state, in none, or in some; undefined where that is too much to try.
 *
 * @param domainOf - What each field can be; anything by default.
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

/** Whether one condition holds in every state in which the other does. */
export const follows = (condition: Condition, from: Condition, domainOf?: DomainOf): boolean =>
  truthOf({ all: [from, { not: condition }] }, domainOf) === 'never'
