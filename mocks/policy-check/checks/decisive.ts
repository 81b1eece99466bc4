import type { Policy } from '../../policy/language/policy.ts'
import type { Requirement } from '../../policy/language/requirement.ts'
import { implies } from '../../policy/language/implies.ts'
import { pointer } from '../../shared/json-pointer.ts'
import type { Finding } from '../problem.ts'
import { partsOf, type Placed, requirementsOf } from '../../policy/language/placed.ts'

/** Finds parts of requirements that never change the answer. */
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
  all: {
    message: 'An empty "all" requires nothing: everybody meets it.',
    fix: 'Write { "nothing": true } instead.',
  },
  any: { message: 'Nobody can meet an empty "any".', fix: 'Add a requirement.' },
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
        // Of two equal parts, the later one is idle.
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
      ? `This part is never decisive: everybody who meets part ${beside} meets this one too.`
      : `This part is never decisive: everybody who meets it meets part ${beside} too.`,
  fix: `Remove it, or remove part ${beside}.`,
})
