import { unknown } from './call.ts'
import { evaluate } from './evaluate.ts'
import type { Question } from './question.ts'

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
