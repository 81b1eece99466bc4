import { adaptive } from '../../mocks/policies/index.ts'
import type { Scenario } from '../../mocks/policies/scenario.ts'
import * as casl from '../differential/adaptive/casl.ts'
import * as cedar from '../differential/adaptive/cedar.ts'
import { authorize } from '../differential/cedar.ts'
import { preparing } from '../differential/platform.ts'
import type { Question } from '../differential/question.ts'

/** An implementation's answer to a question with resolved references. */
export interface Ready {
  decide(): boolean
  /** Its whole explanation of a denial; absent where another implementation gives it. */
  explain?(): unknown
}

type Implementation = (scenario: Scenario) => (question: Question) => Ready

export const ours = 'rolecall'

/** One policy, implemented three times; the differential tests compare them. */
export const implementations: Readonly<Record<string, Implementation>> = {
  [ours](scenario) {
    const prepare = preparing(adaptive, scenario)
    return (question) => {
      const ready = prepare(question)
      return { decide: () => ready.meetsRules(), explain: () => ready.explain() }
    }
  },
  'rolecall, whole calls'(scenario) {
    const prepare = preparing(adaptive, scenario)
    return (question) => {
      const ready = prepare(question)
      return { decide: () => ready.allowed() }
    }
  },
  CASL(scenario) {
    const prepare = casl.preparing(scenario)
    return (question) => {
      const ready = prepare(question)
      const { ability, checks } = ready
      return {
        decide: () => casl.allows(ready),
        explain: () => checks.map(([action, on]) => ability.relevantRuleFor(action, on)),
      }
    }
  },
  'Cedar, in WebAssembly'(scenario) {
    const prepare = cedar.preparing(scenario)
    return (question) => {
      const calls = prepare(question)
      return {
        decide: () => cedar.allows(calls),
        explain: () => calls.map((call) => authorize(call).diagnostics.reason),
      }
    }
  },
}
