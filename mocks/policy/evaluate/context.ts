import { type NamedType, type Resources, unresolved } from '../world/resources.ts'
import type { CreatorRequirement, ProjectScope, SelfRequirement } from '../language/requirement.ts'
import type { QuestionProperties } from '../language/question-properties.ts'
import type { PolicyContext } from '../world/policy-context.ts'
import type { ProjectRecord, UserRecord } from '../language/records.ts'

/** One action that a call asks, with the resources that it is about. */
export interface EvaluationContext extends PolicyContext {
  actor: UserRecord
  resources: Resources
  /** Whether it belongs to a call with known arguments: a resource left out then does not exist, and is not open. */
  isCall?: true
  /** The properties that an authorization question states. */
  properties?: QuestionProperties
  /** The resource that `resource` means. Default: the one that is asked about. */
  about?: NamedType
  /** The permissions that the change hands out; left out if no requirement asks to cover them. */
  handedOut?: ReadonlySet<string>
}

/** The projects of a scope; undefined if the question leaves them open. */
export const projectsIn = (
  { world, resources }: EvaluationContext,
  scope: ProjectScope,
): readonly ProjectRecord[] | typeof unresolved | undefined => {
  const { artifact } = resources
  if (scope === 'attached_project' && artifact) {
    const keys = [artifact.project, ...(artifact.attachedTo ?? [])]
    return keys.flatMap((key) => (key === null ? [] : (world.project(key) ?? [])))
  }
  const project = scope === 'destination' ? resources.destination : resources.project
  if (project === undefined) return artifact && scope !== 'destination' ? [] : undefined
  return project === unresolved ? unresolved : [project]
}

/** Fails closed. Types rule it out, but a policy that was not checked may still contain one. */
const ofUnknownKind: (kind: never) => false = () => false

/** Whether the caller is the person whom the question is about; undefined if it leaves that open. */
export const isSelf = (
  { actor, resources }: EvaluationContext,
  { self }: SelfRequirement,
): boolean | undefined => {
  const { user, member, invitation } = resources
  switch (self) {
    case 'user':
      return user === undefined ? undefined : user !== unresolved && user.id === actor.id
    case 'member':
      return member && (member.subject.id === actor.id || member.subject.id === actor.email)
    case 'invitation':
      return invitation && invitation.email === actor.email
    default:
      return ofUnknownKind(self)
  }
}

/** Whether the caller created the resource; undefined if the question leaves it open. */
export const isCreator = (
  { world, actor, resources }: EvaluationContext,
  { creator }: CreatorRequirement,
): boolean | undefined => {
  const { artifact, project } = resources
  if (creator === 'artifact') return artifact && artifact.creator === actor.id
  if (creator !== 'project' && creator !== 'project_contents') return ofUnknownKind(creator)
  if (project === unresolved) return true
  if (!project || creator === 'project') return project && project.creator === actor.id
  return (
    project.creator === actor.id &&
    [...world.artifactsIn(project.key)].every((one) => one.creator === actor.id)
  )
}
