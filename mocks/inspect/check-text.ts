import { checkPolicy } from '../policy-check/check-policy.ts'
import type { PolicyProblem } from '../policy-check/problem.ts'
import { jsonFault } from '../shared/json-fault.ts'
import { byLine, whyNotJson } from '../shared/json-syntax.ts'
import { withoutBom } from '../shared/utf8.ts'

/** A problem with a policy, or with the text that it is written in. */
export interface PolicyFinding extends Omit<PolicyProblem, 'code'> {
  /** The kind of problem; `not_json` for a text that is no JSON. */
  readonly code: PolicyProblem['code'] | 'not_json'
}

/** Checks a policy: a value, or the text of a file. */
export function policyFindings(policy: unknown): readonly PolicyFinding[] {
  if (typeof policy !== 'string') return checkPolicy(policy)
  const text = withoutBom(policy)
  const wrong = whyNotJson(text, byLine)
  if (wrong !== undefined) {
    return [notJson(`The text is not JSON: ${wrong}.`, 'Write JSON.')]
  }
  const fault = jsonFault(text)
  if (fault !== undefined) return [notJson(`The text ${fault}.`, 'Name it once, less deep.')]
  return checkPolicy(JSON.parse(text))
}

const notJson = (message: string, fix: string): PolicyFinding => ({
  severity: 'error',
  code: 'not_json',
  pointer: '',
  message,
  fix,
})
