import { unknown } from './call.ts'
import { evaluate } from './evaluate.ts'
import type { Judge } from './judge.ts'
import type { Rule } from './policy.ts'
import type { Question } from './question.ts'
import type { VisibleKind } from './visible-kinds.ts'

type Shown = Pick<Question, 'judge' | 'things'>

/** What it takes to see the thing of that kind; undefined where there is none, or everybody sees it. */
const ruleFor = (
  { judge, things }: Shown,
  { kind, rule: common, ruleByArtifactKind }: VisibleKind,
): Rule | undefined => {
  const { artifact, member } = things
  const thing = things[kind]
  if (thing === undefined || thing === unknown) return undefined
  // An artifact and an entry bring their project along. Whoever sees those by a rule of their own need
  // not see the project.
  const { visibility, kinds } = judge.policy
  const ofArtifact = artifact && (kinds[artifact.kind]?.see ?? visibility.artifact)
  if (kind === 'project' && (ofArtifact || (member && visibility.member))) return undefined
  return (artifact && ruleByArtifactKind.get(artifact.kind)) ?? common
}

/** Whether the actor sees that every one of the things exists. A kind without a rule is seen by all. */
export const sees = (question: Question): boolean => {
  for (const kind of question.judge.visibleKinds) {
    const rule = ruleFor(question, kind)
    if (rule && evaluate(question, rule.require) !== 'yes') return false
  }
  return true
}

/** Whether one of the things may be hidden from somebody. */
export const mayHide = (judge: Judge, things: Question['things']): boolean =>
  judge.visibleKinds.some((kind) => ruleFor({ judge, things }, kind) !== undefined)
