import type { Policy } from '../../policy/language/policy.ts'
import { pointer } from '../../shared/json-pointer.ts'
import type { Finding } from '../problem.ts'

/** Texts that say nothing. */
export const textProblems = (policy: Policy): readonly Finding[] => [
  ...textsIn(policy)
    .filter(({ text }) => text.trim() === '')
    .map(({ at }): Finding => ({
      code: 'empty_text',
      pointer: at,
      message: 'It says nothing: a denial would have no reason.',
      fix: 'Say in a sentence what it is about.',
    })),
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
