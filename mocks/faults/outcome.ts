import type { FaultRule } from './plan.ts'

/** Whether a rule has an outcome, beside a latency. */
export const hasOutcome = ({ status, rate, connection, offline, stale }: FaultRule): boolean =>
  status !== undefined ||
  rate !== undefined ||
  connection !== undefined ||
  offline === true ||
  stale === true

/** When a call is lost, unless its rule says so. Lost answers are the ones that make repeats dangerous. */
export const defaultEffect = ({ connection }: FaultRule): 'before' | 'after' =>
  connection === undefined || connection === 'refuse' ? 'before' : 'after'
