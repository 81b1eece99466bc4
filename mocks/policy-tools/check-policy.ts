import { policySchema } from '../generated/file-schemas.ts'
import type { Policy } from '../policy/policy.ts'
import { actionProblems } from './check/actions.ts'
import { caseProblems } from './check/cases.ts'
import { decisiveProblems } from './check/decisive.ts'
import { effectProblems } from './check/effect.ts'
import { pairProblems } from './check/pairs.ts'
import { reachProblems } from './check/reach.ts'
import { roleProblems } from './check/roles.ts'
import { vocabularyProblems } from './check/vocabulary.ts'
import { deepest, tooDeep } from '../too-deep.ts'
import { type Fault, faultsOf } from './faults.ts'
import { type Finding, type PolicyProblem, problemOf } from './problem.ts'

const checks: readonly ((policy: Policy) => readonly Finding[])[] = [
  vocabularyProblems,
  roleProblems,
  actionProblems,
  caseProblems,
  decisiveProblems,
  effectProblems,
  pairProblems,
  reachProblems,
]

/**
 * Finds what is wrong with a policy: what is not of the format, names that lead nowhere, roles that
 * give nothing, actions without a rule, and requirements that can never be decisive.
 *
 * @param policy - The policy, or what was read from a file.
 * @returns What is wrong, each with its place and what would be right; empty for a sound policy.
 * Errors come first: they must be mended. A `warning` is legal, and probably not meant.
 * @example
 * const errors = checkPolicy(policy).filter(({ severity }) => severity === 'error')
 * for (const { pointer, message, fix } of errors) console.log(pointer, message, fix)
 */
export function checkPolicy(policy: unknown): readonly PolicyProblem[] {
  if (!isPolicy(policy)) return shapeProblems(policy)
  const problems = checks.flatMap((check) => check(policy)).map(problemOf)
  const { error = [], warning = [] } = Object.groupBy(problems, ({ severity }) => severity)
  return [...error, ...warning]
}

/** Where a value is not of the policy format at all. */
export function shapeProblems(policy: unknown): readonly PolicyProblem[] {
  return shapeFaults(policy).map((fault) => problemOf({ code: 'shape', ...fault }))
}

/** Whether a value is of the policy format; what it says may still be wrong. */
export const isPolicy = (value: unknown): value is Policy => shapeFaults(value).length === 0

function shapeFaults(policy: unknown): readonly Fault[] {
  const deep = tooDeep(policy)
  if (deep === undefined) return faultsOf(policySchema, policy)
  const message = `It is nested more than ${deepest} levels deep.`
  return [{ pointer: deep, message, fix: 'Say it with fewer requirements inside each other.' }]
}
