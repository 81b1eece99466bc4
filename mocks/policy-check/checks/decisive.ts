import type { Policy } from '../../policy/language/policy.ts'
import type { Requirement } from '../../policy/language/requirement.ts'
import { implies } from '../implies.ts'
import { pointer } from '../../shared/json-pointer.ts'
import type { Finding } from '../problem.ts'
import { partsOf, type Placed, requirementsOf } from './requirements.ts'

/** Parts of requirements that never change the answer, whoever asks. */
export const decisiveProblems = (policy: Policy): readonly Finding[] =>
  requirementsOf(policy).flatMap(partsOf).flatMap(idleParts)

function idleParts({ at, requirement }: Placed): readonly Finding[] {
  if ('all' in requirement) {
    return idleIn(at, 'all', requirement.all, (part, other) => implies(other, part))
  }
  if ('any' in requirement) {
    return idleIn(at, 'any', requirement.any, (part, other) => implies(part, other))
  }
  return []
}

const empty = {
  all: { message: 'Nothing is required: everyone meets it.', fix: 'Write { "nothing": true }.' },
  any: { message: 'Nobody can meet it: there is nothing to choose from.', fix: 'Add a part.' },
}

function idleIn(
  at: string,
  name: 'all' | 'any',
  parts: readonly Requirement[],
  isIdleBeside: (part: Requirement, other: Requirement) => boolean,
): readonly Finding[] {
  if (parts.length === 0) return [{ code: 'never_decisive', pointer: at, ...empty[name] }]
  return parts.flatMap((part, index) => {
    const beside = parts.findIndex(
      (other, place) =>
        place !== index &&
        isIdleBeside(part, other) &&
        // Of two that say the same, the later one is idle.
        (place < index || !isIdleBeside(other, part)),
    )
    return beside === -1 ? [] : [idle(at + pointer(name, index), name, beside)]
  })
}

const idle = (at: string, name: 'all' | 'any', beside: number): Finding => ({
  code: 'never_decisive',
  pointer: at,
  message:
    name === 'all'
      ? `It is never decisive: whoever meets part ${beside} beside it meets it too.`
      : `It is never decisive: whoever meets it meets part ${beside} beside it too.`,
  fix: `Take it out, or take out part ${beside}.`,
})
