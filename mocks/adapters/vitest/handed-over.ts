import type { Coverage } from '../../coverage/coverage.ts'

/** The policy coverage of a test file, by policy. */
export type HandedOver = readonly Coverage[]

declare module 'vitest' {
  interface TaskMeta {
    /** The policy coverage of a test file, by policy. */
    rolecallCoverage?: HandedOver
  }
}
