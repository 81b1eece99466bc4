import { unknown } from './call.ts'
import { evaluate } from './evaluate.ts'
import type { Policy, Rule } from './policy.ts'
import type { Question } from './question.ts'

const kinds = [
  'project',
  'artifact',
  'team',
  'user',
  'role',
  'member',
  'invitation',
  'token',
] as const

/** A kind of thing that not everybody sees. */
export interface VisibleKind {
  readonly kind: (typeof kinds)[number]
  /** Who sees one; an artifact's own kind may say otherwise. */
  readonly rule: Rule | undefined
  readonly ruleByArtifactKind: ReadonlyMap<string, Rule | undefined>
}

/** The kinds of which not everybody sees every one. */
export const visibleKinds = ({ visibility, kinds: artifacts, rules }: Policy) => {
  const own = Object.entries(artifacts).flatMap(([kind, { see }]): [string, Rule | undefined][] =>
    see === undefined ? [] : [[kind, rules[see]]],
  )
  return kinds
    .map((kind): VisibleKind => ({
      kind,
      rule: visibility[kind],
      ruleByArtifactKind: new Map(kind === 'artifact' ? own : []),
    }))
    .filter(({ rule, ruleByArtifactKind }) => rule || ruleByArtifactKind.size > 0)
}

/** Whether the actor sees that every one of the things exists. A kind without a rule is seen by all. */
export const sees = (question: Question): boolean => {
  const { judge, things } = question
  const { artifact, member } = things
  for (const { kind, rule: common, ruleByArtifactKind } of judge.visibleKinds) {
    const thing = things[kind]
    if (thing === undefined || thing === unknown) continue
    // An artifact brings its project along, and an entry that has a rule of its own: whoever sees those
    // need not see the project.
    if (kind === 'project' && (artifact || (member && judge.policy.visibility.member))) continue
    const own = artifact && ruleByArtifactKind.get(artifact.kind)
    const rule = own ?? common
    if (rule && evaluate(question, rule.require) !== 'yes') return false
  }
  return true
}
