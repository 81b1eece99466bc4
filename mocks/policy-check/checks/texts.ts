import type { Policy } from '../../policy/language/policy.ts'
import { pointer } from '../../shared/json-pointer.ts'
import type { Finding } from '../problem.ts'

/** Finds empty texts. */
export const textProblems = (policy: Policy): readonly Finding[] => [
  ...textsIn(policy)
    .filter(({ text }) => text.trim() === '')
    .map(({ at }): Finding => ({
      code: 'empty_text',
      pointer: at,
      message: 'The text is empty, so a denial would give no reason.',
      fix: 'Say it in one sentence.',
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
