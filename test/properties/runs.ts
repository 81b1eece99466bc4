import type { Parameters } from 'fast-check'

/**
 * How often a property is tried. `ROLECALL_PROPERTY_RUNS=20 npx vitest run test/properties` tries each
 * twenty times as often; `ROLECALL_PROPERTY_SEED=…` repeats a run that failed.
 */
export function runs<T>(count: number): Parameters<T> {
  const { ROLECALL_PROPERTY_RUNS: factor = '1', ROLECALL_PROPERTY_SEED: seed } = process.env
  return {
    numRuns: count * Number(factor),
    ...(seed !== undefined && { seed: Number(seed) }),
  }
}

/** Milliseconds that a property may take, by how often it is tried. */
export const timeout = 60_000 * Number(process.env.ROLECALL_PROPERTY_RUNS ?? '1')
