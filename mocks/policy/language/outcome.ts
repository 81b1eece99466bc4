/**
 * The answer to a question whose arguments may be open. `yes` and `no` hold for all arguments;
 * `depends` is everything else.
 */
export type Outcome = 'yes' | 'no' | 'depends'

export const outcomeOf = (value: boolean): Outcome => (value ? 'yes' : 'no')

/** `no` if one item is, else `depends` if one item is, else `yes`. */
export const allOf = <T>(items: readonly T[], ask: (item: T) => Outcome): Outcome => {
  let result: Outcome = 'yes'
  for (const item of items) {
    const outcome = ask(item)
    if (outcome === 'no') return 'no'
    if (outcome === 'depends') result = 'depends'
  }
  return result
}

/** `yes` if one item is, else `depends` if one item is, else `no`. */
export const anyOf = <T>(items: readonly T[], ask: (item: T) => Outcome): Outcome => {
  let result: Outcome = 'no'
  for (const item of items) {
    const outcome = ask(item)
    if (outcome === 'yes') return 'yes'
    if (outcome === 'depends') result = 'depends'
  }
  return result
}

/** The outcome that all cases share; `depends` if they differ, or if there is no case. */
export const commonOf = <T>(cases: readonly T[], ask: (item: T) => Outcome): Outcome => {
  let common: Outcome | undefined
  for (const one of cases) {
    const outcome = ask(one)
    if (common !== undefined && outcome !== common) return 'depends'
    common = outcome
  }
  return common ?? 'depends'
}
