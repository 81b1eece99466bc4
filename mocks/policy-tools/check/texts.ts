import type { Policy } from '../../policy/policy.ts'
import { pointer } from '../pointer.ts'
import type { Finding } from '../problem.ts'

/** Texts that say nothing, and readings of rules that there are not. */
export const textProblems = (policy: Policy): readonly Finding[] => [
  ...textsIn(policy)
    .filter(({ text }) => text.trim() === '')
    .map(({ at }): Finding => ({
      code: 'empty_text',
      pointer: at,
      message: 'It says nothing: a denial would have no reason.',
      fix: 'Say in a sentence what it is about.',
    })),
  ...readingsOfNothing(policy),
]

const textsIn = ({ rules, visibility, guards, invariants, readings }: Policy) => [
  ...Object.entries(rules).map(([name, { text }]) => ({
    at: pointer('rules', name, 'text'),
    text,
  })),
  ...Object.entries(visibility).map(([name, { text }]) => ({
    at: pointer('visibility', name, 'text'),
    text,
  })),
  ...guards.map(({ text }, index) => ({ at: pointer('guards', index, 'text'), text })),
  ...invariants.map(({ text }, index) => ({ at: pointer('invariants', index, 'text'), text })),
  ...readings.map(({ text }, index) => ({ at: pointer('readings', index, 'text'), text })),
]

function readingsOfNothing(policy: Policy): readonly Finding[] {
  const { rules, visibility, guards, invariants, effects, roles, hardened, sources } = policy
  const ids = new Set([
    ...[...Object.values(rules), ...Object.values(visibility)].map(({ id }) => id),
    ...[...guards, ...invariants, ...effects, ...sources.project.from].map(({ rule }) => rule),
    ...roles.flatMap(({ unassignable }) => unassignable?.rule ?? []),
    ...(hardened ? [hardened.rule] : []),
  ])
  return policy.readings.flatMap(({ rule }, index): readonly Finding[] =>
    ids.has(rule)
      ? []
      : [
          {
            code: 'unknown_rule',
            pointer: pointer('readings', index, 'rule'),
            message: `There is no rule ${rule}.`,
            fix: 'Give the id of a rule, as denials name it.',
          },
        ],
  )
}
