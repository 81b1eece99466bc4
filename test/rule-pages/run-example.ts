import { createMock } from '../../mocks/index.ts'
import type { Scenario } from '../../mocks/policies/scenario.ts'
import type { Policy } from '../../mocks/policy/language/policy.ts'
import type { Example } from '../../mocks/rule-pages/index.ts'
import { operations } from '../../src/generated/operations.ts'

/** The parts of an answer that an example tells. */
interface Told {
  readonly isAllowed: boolean
  readonly code?: string
  readonly detail?: string
  readonly rule?: string
}

/** Makes the call of an example, in its scenario, as its caller. A question is answered with its decision. */
export async function run(
  options: { readonly policy: Policy; readonly scenario: string | Scenario },
  example: Example,
): Promise<Told> {
  const { as, operation, args, hardened = false, scenario = options.scenario } = example
  const mock = createMock({ ...options, hardened, scenario })
  const { method, path, parameters, mergePatch } = operations[operation]
  const body = args[parameters.length]
  const url = parameters.reduce(
    (text, name, index) => text.replace(`{${name}}`, encodeURIComponent(String(args[index]))),
    path,
  )
  const asked =
    operation === 'access.evaluate'
      ? { ...Object(body), context: { rolecall: { explain: true } } }
      : body
  const response = await mock.fetch(url, {
    method,
    headers: {
      authorization: `Bearer ${mock.token(as)}`,
      'content-type': mergePatch ? 'application/merge-patch+json' : 'application/json',
    },
    ...(method !== 'GET' && asked !== undefined && { body: JSON.stringify(asked) }),
  })
  const answer: unknown = response.status === 204 ? {} : await response.json()
  return toldBy(response.ok, Object(answer))
}

function toldBy(isOk: boolean, answer: Answer): Told {
  const { decision, context, code, detail } = answer
  if (typeof decision === 'boolean') {
    return { isAllowed: decision, ...context, ...(context && { detail: context.text }) }
  }
  return { isAllowed: isOk, ...decision, ...(code && { code }), ...(detail && { detail }) }
}

interface Answer {
  readonly decision?: boolean | { readonly rule: string }
  readonly context?: { readonly rule: string; readonly code?: string; readonly text: string }
  readonly code?: string
  readonly detail?: string
}
