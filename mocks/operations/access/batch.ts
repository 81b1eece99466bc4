import { isRecord } from '../../../src/core/base/kind-of.ts'
import { refuse, type Refused } from '../../message/refusal.ts'
import { validateInput } from '../../message/validate.ts'
import { requestsIn } from '../../policy/world/questions.ts'
import type { Work } from '../work.ts'
import { asked, type Asked, type ReadQuestion } from './asked.ts'
import { effortOf, mostEffort, tooMuchEffort } from './effort.ts'
import { type Asking, refuseMe } from './refuse-me.ts'

/** The questions of a batch, each completed by the defaults at its top. */
export function batch(work: Work<'access.evaluateAll'>): Asked | Refused {
  const { operation, input } = work
  const { evaluations = [], options } = input
  const questions = requestsIn(operation, input).map((question) => read(work, question))
  const [only] = questions
  // By the standard, a batch without questions is one question.
  if (evaluations.length === 0 && only) {
    return only.ok ? asked({ asks: 'question', question: only.question }) : only
  }
  const effort = questions.reduce((sum, one) => (one.ok ? sum + effortOf(one.question) : sum), 0)
  if (effort > mostEffort) return tooMuchEffort()
  const endsAt = endsAtBy[options?.evaluations_semantic ?? 'execute_all']
  return asked({ asks: 'questions', questions, effort, endsAt })
}

const endsAtBy = {
  execute_all: undefined,
  deny_on_first_deny: false,
  permit_on_first_permit: true,
} as const

function read({ policy, actor }: Omit<Asking, 'input'>, question: unknown): ReadQuestion {
  if (!isRecord(question)) {
    return refuse(400, 'invalid_request', 'The question must be an object.')
  }
  const valid = validateInput('access.evaluate', question)
  if (!valid.ok) return valid
  const { input } = valid
  return refuseMe({ policy, actor, input }) ?? { ok: true, question: input }
}
