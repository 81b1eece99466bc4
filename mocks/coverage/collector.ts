import type { CoverageRecord } from './record.ts'
import type { Coverage } from './coverage.ts'
import { mergeByPolicy } from './merge.ts'

/** Registered, so that mocks of another copy of the package find the collector too. */
const key: unique symbol = Symbol.for('rolecall.coverage')

/** The global object; the constructor stands for its other properties. */
const shared: { [key]?: CoverageCollector; readonly Object?: unknown } = globalThis

/** Collects the coverage of all mocks of a process. */
export interface CoverageCollector {
  /** The record of a policy, made on first use. */
  recordOf(policy: object, make: () => CoverageRecord): CoverageRecord
  /** The coverage since the last time, by policy. */
  take(): readonly Coverage[]
}

/** The collector of this process, if one is installed. */
export const installedCollector = (): CoverageCollector | undefined => shared[key]

/** Installs a collector, unless there is one. From then on, every mock reports to it. */
export function installCollector(): CoverageCollector {
  const records = new Map<object, CoverageRecord>()
  return (shared[key] ??= {
    recordOf(policy, make) {
      const known = records.get(policy) ?? make()
      records.set(policy, known)
      return known
    },
    take() {
      const taken = [...records.values()].map((record) => record.coverage())
      records.clear()
      return mergeByPolicy(taken)
    },
  })
}
