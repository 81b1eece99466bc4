import type { Parameters } from 'fast-check'

/** Cases of a law on one platform. */
const usual = 2000

/** Cases on each platform of a law that takes its time: 2,000 over the five. */
export const shared = usual / 5

/**
 * How often a law is tried: 2,000 cases on each platform, or `shared`, of which `perRun` are asked in one
 * random world. With fewer than `least`, what the law is about might not come up.
 *
 * Each tier tries its share of them. `ROLECALL_PROPERTY_RUNS=20 npm test -- --project laws` tries twenty
 * times as many, `ROLECALL_PROPERTY_SEED=…` others. The cases are the same in each run otherwise, so
 * that one that fails fails because of what was changed.
 */
export function runs<T>({ cases = usual, perRun = 1, least = 1 } = {}): Parameters<T> {
  const { ROLECALL_PROPERTY_RUNS: factor = '1', ROLECALL_PROPERTY_SEED: seed = '1' } = process.env
  return {
    numRuns: Math.ceil(Math.max(cases * Number(factor), least) / perRun),
    seed: Number(seed),
    // A failure that takes long to be made small is told as it is.
    interruptAfterTimeLimit: timeout * 0.9,
    markInterruptAsFailure: true,
  }
}

/** Of what a law goes through one by one, as much as the tier tries: all of it, or each fifth. */
export function portion<T>(all: readonly T[]): readonly T[] {
  const step = Math.max(1, Math.round(1 / Number(process.env.ROLECALL_PROPERTY_RUNS ?? '1')))
  return all.filter((_, index) => index % step === 0)
}

/** Milliseconds that a law may take, by how often it is tried. */
export const timeout = 300_000 * Math.max(1, Number(process.env.ROLECALL_PROPERTY_RUNS ?? '1'))
