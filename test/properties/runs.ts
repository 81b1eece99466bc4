import type { Parameters } from 'fast-check'

/** Cases of a law on one platform. */
const usual = 2000

/** Cases on each platform of a slow law: 2,000 over the five. */
export const shared = usual / 5

const { ROLECALL_PROPERTY_RUNS = '1', ROLECALL_PROPERTY_AFTER = '0' } = process.env

/** The share of all cases up to which this tier tries them, and that of the tier before it. */
const tried = Number(ROLECALL_PROPERTY_RUNS)
const triedBefore = Number(ROLECALL_PROPERTY_AFTER)

/**
 * Number of cases of a law: 2,000 on each platform, or `shared`, of which `perRun` are asked in one
 * random world. With fewer than `least`, the situation of the law might not occur.
 *
 * `npm test` tries a share of them, and `npm run test:all` those after it. `ROLECALL_PROPERTY_RUNS=20 npm
 * test -- --project laws` tries twenty times as many, `ROLECALL_PROPERTY_SEED=…` others. The cases are
 * otherwise the same in each run, so that a failure comes from a change.
 */
export function runs<T>({ cases = usual, perRun = 1, least = 1 } = {}): Parameters<T> {
  const { ROLECALL_PROPERTY_SEED: seed = '1' } = process.env
  const upTo = (share: number): number => Math.ceil(Math.max(cases * share, least) / perRun)
  const end = upTo(tried)
  const own = triedBefore === 0 ? end : end - upTo(triedBefore)
  const numRuns = Math.max(own, Math.ceil(least / perRun))
  return {
    numRuns,
    // The number of the first case.
    path: numRuns < end ? String(end - numRuns) : '',
    seed: Number(seed),
    // A failure that is slow to shrink is reported as it is.
    interruptAfterTimeLimit: timeout * 0.9,
    markInterruptAsFailure: true,
  }
}

/** The tier's part of a list that a law goes through: each fifth in `npm test`, then the others. */
export function portion<T>(all: readonly T[]): readonly T[] {
  const isUpTo = (share: number, index: number): boolean =>
    share > 0 && index % Math.max(1, Math.round(1 / share)) === 0
  return all.filter((_, index) => isUpTo(tried, index) && !isUpTo(triedBefore, index))
}

/** Milliseconds that a law may take, by its number of cases. */
export const timeout = 300_000 * Math.max(1, tried)
