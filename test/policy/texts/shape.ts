import { operations } from '../../../src/generated/operations.ts'
import type { Stage } from '../../properties/support/stage.ts'

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

/** Matches any of the names as a whole, the longest first. */
const anyOf = (names: Iterable<string>): RegExp | undefined => {
  const all = [...new Set(names)].filter((name) => name !== '')
  if (all.length === 0) return undefined
  const sorted = all.toSorted((a, b) => b.length - a.length).map(escaped)
  return new RegExp(String.raw`(?<![\w:.-])(?:${sorted.join('|')})(?![\w:-]|\.\w)`, 'g')
}

/** Reduces texts of the stage to their shape: names become placeholders. */
export function shapesOn({ policy, store }: Stage): (text: string) => string {
  const { roles, teams, projects, artifacts } = store.tables
  const { nouns } = policy
  const actions = [
    ...Object.keys(operations),
    ...Object.keys(policy.rules).filter((one) => one.includes('.')),
  ]
  const steps: readonly (readonly [RegExp | undefined, string])[] = [
    [/“[^”]*”/g, '“…”'],
    [/[\w.+-]+@[\w.-]*\w/g, 'USER'],
    [/\b(?:usr|inv|mem|art|tok|org|team|role|prj|proj|project)_[0-9a-z]{6,}\b/g, 'ID'],
    [anyOf([...Object.keys(policy.permissions)]), 'PERMISSION'],
    [anyOf(actions), 'ACTION'],
    [
      anyOf(
        [...teams].flatMap(({ key, name }) => [`${nouns.team} ${name}`, `${nouns.team} ${key}`]),
      ),
      `${nouns.team} TEAM`,
    ],
    [
      anyOf(
        [...projects].flatMap(({ key, name }) => [
          `${nouns.project} ${name}`,
          `${nouns.project} ${key}`,
        ]),
      ),
      `${nouns.project} PROJECT`,
    ],
    [anyOf([...roles].flatMap(({ name }) => (/[A-Z]/.test(name) ? [name] : []))), 'ROLE'],
    [anyOf([...artifacts].map(({ name }) => name)), 'ARTIFACT'],
    [anyOf(Object.keys(policy.kinds).map((kind) => `artifacts.run of ${kind}`)), 'KIND'],
    [/"[^"]*"/g, 'QUOTED'],
    [/\b\d+\b/g, 'N'],
    [/PERMISSION(?:, PERMISSION)*(?:,? and PERMISSION)?/g, 'PERMISSION'],
    [/USER(?:, USER)* (?:and|or) USER/g, 'USERS'],
    [/ROLE(?:, ROLE)* (?:and|or) ROLE/g, 'ROLES'],
    [/(PROJECT|TEAM|ROLE) \([\w-]+\)/g, '$1'],
    [/\([\w-]+\)/g, '(KEY)'],
    [/offers no \w+/g, 'offers no NAME'],
    [/of kind \w+/g, 'of kind KIND'],
    [/Known are .*/g, 'Known are NAMES.'],
    [/\bteams TEAM(?:, \w+)* and \w+/g, 'teams TEAM'],
  ]
  return (text) =>
    steps.reduce((now, [pattern, name]) => (pattern ? now.replace(pattern, name) : now), text)
}
