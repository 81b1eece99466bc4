import { policySchema } from '../generated/file-schemas.ts'
import type { Policy } from '../policy/language/policy.ts'
import { actionProblems } from './checks/actions.ts'
import { answerProblems } from './checks/answers.ts'
import { bodyProblems } from './checks/bodies.ts'
import { caseProblems } from './checks/cases.ts'
import { decisiveProblems } from './checks/decisive.ts'
import { documentProblems } from './checks/document.ts'
import { effectProblems } from './checks/effect.ts'
import { fieldProblems } from './checks/fields.ts'
import { idleConditionProblems } from './checks/idle-conditions.ts'
import { invariantProblems } from './checks/invariants.ts'
import { pairProblems } from './checks/pairs.ts'
import { promotionProblems } from './checks/promotion.ts'
import { propertyProblems } from './checks/properties.ts'
import { questionProblems } from './checks/questions.ts'
import { reachProblems } from './checks/reach.ts'
import { roleNameProblems } from './checks/role-names.ts'
import { roleProblems } from './checks/roles.ts'
import { sentenceProblems } from './checks/sentences.ts'
import { statusProblems } from './checks/statuses.ts'
import { teamProblems } from './checks/teams.ts'
import { textProblems } from './checks/texts.ts'
import { typeNameProblems } from './checks/type-names.ts'
import { unnamedProblems } from './checks/unnamed.ts'
import { vocabularyProblems } from './checks/vocabulary.ts'
import { deepest, tooDeep } from '../shared/too-deep.ts'
import { type SchemaFault, faultsOf } from './faults.ts'
import { type Finding, type PolicyProblem, problemOf } from './problem.ts'

const checks: readonly ((policy: Policy) => readonly Finding[])[] = [
  vocabularyProblems,
  typeNameProblems,
  roleNameProblems,
  roleProblems,
  teamProblems,
  documentProblems,
  actionProblems,
  caseProblems,
  bodyProblems,
  fieldProblems,
  idleConditionProblems,
  invariantProblems,
  statusProblems,
  textProblems,
  sentenceProblems,
  decisiveProblems,
  effectProblems,
  reachProblems,
  propertyProblems,
  unnamedProblems,
  pairProblems,
  questionProblems,
  answerProblems,
  promotionProblems,
]

/**
 * Finds mistakes in a policy. Errors are values outside the format, unknown or invalid names and keys,
 * roles of the wrong scope, actions without a rule, cases that are never asked, conditions that always
 * or never hold, and contradictory bounds. Warnings are legal but probably unintended: a list of cases
 * without a last one, invitations that nobody can accept, anybody who may promote themselves, a policy
 * without `access.evaluate`, and parts that give or decide nothing. {@link PolicyErrorCode} and
 * {@link PolicyWarningCode} list all of them.
 *
 * @param policy - The policy, or a value read from a file.
 * @returns The problems, each with its place and its fix, errors first; empty for a sound policy. A
 * policy with errors can't be enforced.
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

/** The places where a value differs from the policy format. */
export function shapeProblems(policy: unknown): readonly PolicyProblem[] {
  return shapeFaults(policy).map((fault) => problemOf({ code: 'shape', ...fault }))
}

/** Whether a value has the policy format. Its content may still be wrong. */
export const isPolicy = (value: unknown): value is Policy => shapeFaults(value).length === 0

function shapeFaults(policy: unknown): readonly SchemaFault[] {
  const deep = tooDeep(policy)
  if (deep === undefined) return faultsOf(policySchema(), policy)
  const message = `It is nested more than ${deepest} levels deep.`
  return [{ pointer: deep, message, fix: 'Nest fewer requirements inside each other.' }]
}
