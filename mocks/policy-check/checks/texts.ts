import type { Policy } from '../../policy/language/policy.ts'
import { pointer } from '../../shared/json-pointer.ts'
import { quoted } from '../../shared/quoted.ts'
import { refusedCharacters } from '../../shared/refused-characters.ts'
import { refusedTexts } from '../../shared/refused-texts.ts'
import type { Finding } from '../problem.ts'

/** The most characters of a policy's names: every decision and many messages hold them. */
const longest = { name: 64, title: 200 } as const

/** Finds empty texts, names that are too long, and texts with characters that no answer may contain. */
export const textProblems = (policy: Policy): readonly Finding[] => [
  ...textsIn(policy)
    .filter(({ text }) => text.trim() === '')
    .map(({ at }): Finding => ({
      code: 'empty_text',
      pointer: at,
      message: 'The text is empty, so a denial would give no reason.',
      fix: 'Say it in one sentence.',
    })),
  ...namesOf(policy)
    .filter(([, text]) => text.trim() === '')
    .map(([name]): Finding => ({
      code: 'empty_text',
      pointer: pointer(name),
      message: `The policy's ${name} is empty, so a decision would not say which policy denied it.`,
      fix: 'Say it in a few words.',
    })),
  ...namesOf(policy)
    .filter(([name, text]) => text.length > longest[name])
    .map(([name, text]): Finding => ({
      code: 'too_long',
      pointer: pointer(name),
      message: `The policy's ${name} has ${text.length} characters.`,
      fix: `Use at most ${longest[name]}.`,
    })),
  ...[...refusedTexts(policy)].map(({ pointer: at, text }): Finding => ({
    code: 'not_in_document',
    pointer: at,
    message: `${quoted(text)} holds characters that no answer of the API may contain.`,
    fix: `Leave out ${refusedCharacters}.`,
  })),
]

const namesOf = ({ name, title }: Policy) => [['name', name] as const, ['title', title] as const]

const textsIn = ({ rules, visibility, guards, invariants, readings, rulebook }: Policy) => [
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
  ...Object.entries(rulebook ?? {}).map(([id, { text }]) => ({
    at: pointer('rulebook', id, 'text'),
    text,
  })),
]
