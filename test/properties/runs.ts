import type { Parameters } from 'fast-check'

/** Cases of a law on one platform. */
const usual = 2000

/** Cases on each platform of a slow law: 2,000 over the five. */
export const shared = usual / 5

/**
 * Number of cases of a law: 2,000 on each platform, or `shared`, of which `perRun` are asked in one
 * random world. With fewer than `least`, the situation of the law might not occur.
 *
 * Each tier tries its share of them. `ROLECALL_PROPERTY_RUNS=20 npm test -- --project laws` tries twenty
 * times as many, `ROLECALL_PROPERTY_SEED=…` others. The cases are otherwise the same in each run, so
 * that a failure comes from a change.
 */
export function runs<T>({ cases = usual, perRun = 1, least = 1 } = {}): Parameters<T> {
  const { ROLECALL_PROPERTY_RUNS: factor = '1', ROLECALL_PROPERTY_SEED: seed = '1' } = process.env
  return {
    numRuns: Math.ceil(Math.max(cases * Number(factor), least) / perRun),
    seed: Number(seed),
    // A failure that is slow to shrink is reported as it is.
    interruptAfterTimeLimit: timeout * 0.9,
    markInterruptAsFailure: true,
  }
}

/** The tier's part of a list that a law goes through: all of it, or each fifth in `npm test`. */
export function portion<T>(all: readonly T[]): readonly T[] {
  const step = Math.max(1, Math.round(1 / Number(process.env.ROLECALL_PROPERTY_RUNS ?? '1')))
  return all.filter((_, index) => index % step === 0)
}

/** Milliseconds that a law may take, by its number of cases. */
export const timeout = 300_000 * Math.max(1, Number(process.env.ROLECALL_PROPERTY_RUNS ?? '1'))
