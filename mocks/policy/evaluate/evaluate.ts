import { keptByState } from '../world/kept.ts'
import type { Judge } from '../language/judge.ts'
import type { Chosen, Seen } from './leaves.ts'
import { memo } from '../../shared/memo.ts'
import type { Outcome } from '../language/outcome.ts'
import { perPolicy } from '../language/per-policy.ts'
import type { Rule } from '../language/policy.ts'
import type { Question } from './question.ts'
import type { ProjectRecord, TeamRecord, UserRecord } from '../language/records.ts'
import type { Requirement } from '../language/requirement.ts'
import { testOf } from './requirement-test.ts'
import { strangeArtifacts, strangers } from './strangers.ts'
import { type NamedType, type Resources, unresolved } from '../world/resources.ts'
import { type VisibleKind, visibleKinds } from './visible-kinds.ts'
import { withoutCircles } from '../language/without-circles.ts'
import type { World } from '../world/world.ts'

const nothingChosen: Chosen = {
  project: undefined,
  attached_project: undefined,
  destination: undefined,
}

/**
 * Whether the requirement is met. Each path to a project is judged alone, and one must do all that is
 * asked there; what the question leaves open is asked for all that the actor sees.
 */
export const evaluate = (question: Question, requirement: Requirement): Outcome =>
  testOf(requirement)(question, nothingChosen, seenBy)

type Shown = Pick<Question, 'judge' | 'resources'>

/** What it takes to see the resource of that kind; undefined where there is none, or everybody sees it. */
const ruleFor = (
  { judge, resources }: Shown,
  { kind, rule: common, ruleByArtifactKind }: VisibleKind,
): Rule | undefined => {
  const { artifact, member } = resources
  const resource = resources[kind]
  if (resource === undefined || resource === unresolved) return undefined
  // An artifact and an entry bring their project along. Whoever sees those by a rule of their own need
  // not see the project.
  const { visibility, kinds } = judge.policy
  const ofArtifact = artifact && (kinds[artifact.kind]?.see ?? visibility.artifact)
  if (kind === 'project' && (ofArtifact || (member && visibility.member))) return undefined
  return (artifact && ruleByArtifactKind.get(artifact.kind)) ?? common
}

/** Whether the actor sees that every one of the resources exists. A kind without a rule is seen by all. */
export const sees = (question: Question): boolean => {
  for (const kind of visibleKinds(question.judge.policy)) {
    const rule = ruleFor(question, kind)
    if (rule && evaluate(question, rule.require) !== 'yes') return false
  }
  return true
}

/** Whether one of the resources may be hidden from somebody. */
export const mayHide = (judge: Judge, resources: Question['resources']): boolean =>
  visibleKinds(judge.policy).some((kind) => ruleFor({ judge, resources }, kind) !== undefined)

/**
 * Works out what people see: once for each state of the world. Where seeing one thing takes seeing
 * another that takes seeing the first, neither is seen.
 */
const seen = perPolicy((judge: Judge) => {
  const artifacts = strangeArtifacts(judge)
  return keptByState((world) =>
    memo((actor: UserRecord): Seen => {
      const isSeen = (resources: Resources): boolean => sees({ judge, world, actor, resources })
      const lazily = withoutCircles()
      const projects = lazily<readonly ProjectRecord[]>('projects', [], () =>
        [...world.projects()].filter((project) => isSeen({ project })),
      )
      const teams = lazily<readonly TeamRecord[]>('teams', [], () =>
        [...world.teams()].filter((team) => isSeen({ team })),
      )
      const seesAll = memo((type: NamedType) =>
        lazily(`all ${type}`, false, () =>
          (type === 'artifact' ? artifacts : [strangers[type]]).every(isSeen),
        ),
      )
      return {
        get projects() {
          return projects()
        },
        get teams() {
          return teams()
        },
        all: (type) => seesAll(type)(),
      }
    }),
  )
})

/** What the person sees. */
export const seenBy = (judge: Judge, world: World, actor: UserRecord): Seen =>
  seen(judge)(world)(actor)
