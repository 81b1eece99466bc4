import { type Things, unknown } from '../world/things.ts'
import type { Judge } from '../language/judge.ts'
import type { CreatorRequirement, ProjectScope, SelfRequirement } from '../language/requirement.ts'
import type { World } from '../world/world.ts'
import type { ProjectRecord, UserRecord } from '../language/records.ts'

/** One action that a call asks for, with the things that it is about. */
export interface Question {
  judge: Judge
  world: World
  actor: UserRecord
  things: Things
  /** Whether it is asked for a call with its arguments: what that does not name is not there. */
  isCall?: true
  /** The permissions that the change hands out, where hardened mode asks. */
  handedOut?: ReadonlySet<string>
}

/** The projects that a scope speaks of; undefined when the question leaves them open. */
export const projectsIn = (
  { world, things }: Question,
  scope: ProjectScope,
): readonly ProjectRecord[] | typeof unknown | undefined => {
  const { artifact } = things
  if (scope === 'attached_project' && artifact) {
    const keys = [artifact.project, ...(artifact.attachedTo ?? [])]
    return keys.flatMap((key) => (key === null ? [] : (world.project(key) ?? [])))
  }
  const project = scope === 'destination' ? things.destination : things.project
  if (project === undefined) return artifact && scope !== 'destination' ? [] : undefined
  return project === unknown ? unknown : [project]
}

/** Whether the person is who the call is about; undefined where it leaves that open. */
export const isSelf = (
  { actor, things }: Question,
  { self }: SelfRequirement,
): boolean | undefined => {
  const { user, member, invitation } = things
  switch (self) {
    case 'user':
      return user === undefined ? undefined : user !== unknown && user.id === actor.id
    case 'member':
      return member && (member.subject.id === actor.id || member.subject.id === actor.email)
    case 'invitation':
      return invitation && invitation.email === actor.email
  }
}

/** Whether the person made the thing; undefined where the question leaves it open. */
export const isCreator = (
  { world, actor, things }: Question,
  { creator }: CreatorRequirement,
): boolean | undefined => {
  const { artifact, project } = things
  if (creator === 'artifact') return artifact && artifact.creator === actor.id
  if (creator !== 'project' && creator !== 'project_contents') return false
  if (project === unknown) return true
  if (!project || creator === 'project') return project && project.creator === actor.id
  return (
    project.creator === actor.id &&
    [...world.artifactsIn(project.key)].every((one) => one.creator === actor.id)
  )
}
