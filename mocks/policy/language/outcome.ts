/**
 * The answer to a question whose arguments may be left open: `yes` and `no` hold whatever they are,
 * `depends` is everything else.
 */
export type Outcome = 'yes' | 'no' | 'depends'

export const outcomeOf = (value: boolean): Outcome => (value ? 'yes' : 'no')

/** Whether all of them are met: `no` as soon as one is not. */
export const allOf = <T>(items: readonly T[], ask: (item: T) => Outcome): Outcome => {
  let result: Outcome = 'yes'
  for (const item of items) {
    const outcome = ask(item)
    if (outcome === 'no') return 'no'
    if (outcome === 'depends') result = 'depends'
  }
  return result
}

/** Whether any of them is met: `yes` as soon as one is. */
export const anyOf = <T>(items: readonly T[], ask: (item: T) => Outcome): Outcome => {
  let result: Outcome = 'no'
  for (const item of items) {
    const outcome = ask(item)
    if (outcome === 'yes') return 'yes'
    if (outcome === 'depends') result = 'depends'
  }
  return result
}

/** One answer for several cases of which any may come: their common one, else `depends`. */
export const commonOf = <T>(cases: readonly T[], ask: (item: T) => Outcome): Outcome => {
  let common: Outcome | undefined
  for (const one of cases) {
    const outcome = ask(one)
    if (common !== undefined && outcome !== common) return 'depends'
    common = outcome
  }
  return common ?? 'depends'
}
