import { operationsOn } from '../../generated/contract.ts'
import type { Policy } from '../../policy/language/policy.ts'
import { pointer } from '../../shared/json-pointer.ts'
import type { Finding } from '../problem.ts'

/** Reports a policy under which nobody can ask what they may do. */
export const questionProblems = ({ changes }: Policy): readonly Finding[] =>
  Object.hasOwn(changes, operationsOn.decision.evaluate)
    ? []
    : [
        {
          code: 'missing_operation',
          pointer: pointer('changes'),
          message: `${operationsOn.decision.evaluate} is not offered, so client.can answers no to everything.`,
          fix: `Offer it to everybody: "${operationsOn.decision.evaluate}": { "always": … }, with a rule that requires nothing.`,
        },
      ]
