import { isRecord } from '../base/kind-of.ts'

/** The code of an answer's error and, for a denial, the rule of the policy. */
export const refusalIn = (error: unknown): readonly unknown[] =>
  isRecord(error) ? [error.code, isRecord(error.decision) && error.decision.rule] : []
