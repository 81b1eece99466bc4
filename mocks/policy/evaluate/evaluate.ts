import { perState } from '../world/per-state.ts'
import type { Judge } from '../language/judge.ts'
import type { Chosen, Seen } from './leaves.ts'
import { memo } from '../../shared/memo.ts'
import type { Outcome } from '../language/outcome.ts'
import { perPolicy } from '../language/per-policy.ts'
import type { Rule } from '../language/policy.ts'
import type { EvaluationContext } from './context.ts'
import type { ProjectRecord, TeamRecord, UserRecord } from '../language/records.ts'
import type { Requirement } from '../language/requirement.ts'
import { readsProperties } from './properties.ts'
import { testOf } from './requirement-test.ts'
import { strangeArtifacts, strangers } from './strangers.ts'
import { type NamedType, type Resources, unresolved } from '../world/resources.ts'
import { type VisibleKind, visibleKinds } from './visible-kinds.ts'
import { withoutCircles } from '../language/without-circles.ts'
import type { PolicyContext } from '../world/policy-context.ts'

const nothingChosen: Chosen = {
  project: undefined,
  attached_project: undefined,
  destination: undefined,
}

/**
 * Whether the caller meets the requirement. Each path into a project is judged by itself: one path must
 * meet all that is asked there. An open resource stands for all that the caller sees.
 */
export const evaluate = (context: EvaluationContext, requirement: Requirement): Outcome =>
  testOf(requirement)(context, nothingChosen, seenBy)

type Shown = Pick<EvaluationContext, 'judge' | 'resources'>

/** The rule for seeing the resource of that kind; undefined if there is no such resource, or everybody sees it. */
const ruleFor = (
  { judge, resources }: Shown,
  { kind, rule: common, ruleByArtifactKind }: VisibleKind,
): Rule | undefined => {
  const { artifact, member } = resources
  const resource = resources[kind]
  if (resource === undefined || resource === unresolved) return undefined
  // The project of an artifact or entry comes along as a related resource. If artifacts or entries have
  // a rule of their own, that one decides, and the project's does not count.
  const { visibility, kinds } = judge.policy
  const ofArtifact = artifact && (kinds[artifact.kind]?.see ?? visibility.artifact)
  if (kind === 'project' && (ofArtifact || (member && visibility.member))) return undefined
  return (artifact && ruleByArtifactKind.get(artifact.kind)) ?? common
}

/** The rules for seeing the resources, each with the kind that it shows. */
export const rulesOfSight = (
  shown: Shown,
): readonly { readonly kind: VisibleKind; readonly rule: Rule }[] =>
  visibleKinds(shown.judge.policy).flatMap((kind) => {
    const rule = ruleFor(shown, kind)
    return rule ? [{ kind, rule }] : []
  })

/**
 * The context of a rule for seeing a resource of that kind. What exists does not depend on what a question
 * says of it.
 */
export const contextOfSight = (
  context: EvaluationContext,
  { kind }: VisibleKind,
  { require }: Rule,
): EvaluationContext => {
  if (!readsProperties(require)) return context
  const { properties: _, ...recorded } = context
  return { ...recorded, about: kind }
}

/** Whether the caller sees all of the resources. Everybody sees resources of a kind without a rule. */
export const sees = (context: EvaluationContext): boolean => {
  for (const kind of visibleKinds(context.judge.policy)) {
    const rule = ruleFor(context, kind)
    if (rule && evaluate(contextOfSight(context, kind, rule), rule.require) !== 'yes') return false
  }
  return true
}

/** Whether somebody may be unable to see one of the resources. */
export const mayHide = (judge: Judge, resources: EvaluationContext['resources']): boolean =>
  visibleKinds(judge.policy).some((kind) => ruleFor({ judge, resources }, kind) !== undefined)

/**
 * Computes what people see, once per state of the world. Of two resources that are visible only to
 * people who see the other, neither is seen.
 */
const seen = perPolicy((judge: Judge) => {
  const artifacts = strangeArtifacts(judge)
  return perState((world) =>
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

/** What the person sees in the world. */
export const seenBy = ({ judge, world }: PolicyContext, actor: UserRecord): Seen =>
  seen(judge)(world)(actor)
