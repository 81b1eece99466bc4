/**
 * The answer to a question whose arguments may be left open: `yes` and `no` hold whatever they are,
 * `depends` is everything else.
 */
export type Outcome = 'yes' | 'no' | 'depends'

export const outcomeOf = (value: boolean): Outcome => (value ? 'yes' : 'no')

export const allOf = (outcomes: Iterable<Outcome>): Outcome => {
  let result: Outcome = 'yes'
  for (const outcome of outcomes) {
    if (outcome === 'no') return 'no'
    if (outcome === 'depends') result = 'depends'
  }
  return result
}

export const anyOf = (outcomes: Iterable<Outcome>): Outcome => {
  let result: Outcome = 'no'
  for (const outcome of outcomes) {
    if (outcome === 'yes') return 'yes'
    if (outcome === 'depends') result = 'depends'
  }
  return result
}

/** One answer for several cases of which any may come: their common one, else `depends`. */
export const commonOf = (outcomes: readonly Outcome[]): Outcome => {
  const [first, ...rest] = outcomes
  return first !== undefined && rest.every((outcome) => outcome === first) ? first : 'depends'
}
