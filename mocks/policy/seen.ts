import type { Things } from './call.ts'
import type { Judge } from './judge.ts'
import { keptByState } from './kept-by-state.ts'
import { memo } from './memo.ts'
import type { NamedType } from './thing.ts'
import { sees } from './visibility.ts'
import { withoutCircles } from './without-circles.ts'
import type { ProjectRecord, TeamRecord, UserRecord, World } from './world.ts'

/** What one person sees: what a question that names none of it ranges over. */
export interface Seen {
  readonly projects: readonly ProjectRecord[]
  readonly teams: readonly TeamRecord[]
  /** Whether they would see everything of that type, whatever there was. */
  all(type: NamedType): boolean
}

export type SeenBy = (world: World, actor: UserRecord) => Seen

/** Names nothing: no reference is empty. */
const nobody = ''
const birth = { id: nobody, sequence: 0, createdAt: nobody }
const project: ProjectRecord = {
  ...birth,
  key: nobody,
  name: nobody,
  tags: [],
  creator: nobody,
  private: true,
}
const member = {
  ...birth,
  project: nobody,
  subject: { type: 'user', id: nobody },
  roles: {},
  rights: [],
  status: 'accepted',
} as const

/** Things that nobody has anything to do with, of which there may always be one that is hidden. */
export const strangers: Readonly<Record<Exclude<NamedType, 'artifact'>, Things>> = {
  project: { project },
  member: { project, member },
  team: { team: { ...birth, key: nobody, name: nobody, builtIn: false } },
  user: {
    user: {
      ...birth,
      email: nobody,
      name: nobody,
      type: 'human',
      status: 'active',
      teams: {},
      grants: {},
      paused: false,
    },
  },
  role: {
    role: {
      ...birth,
      key: nobody,
      name: nobody,
      scope: 'team',
      permissions: [],
      builtIn: false,
      assignable: true,
    },
  },
  invitation: {
    invitation: {
      ...birth,
      email: nobody,
      role: nobody,
      status: 'pending',
      sentCount: 1,
      lastSentAt: nobody,
    },
  },
  token: { token: { ...birth, name: nobody, value: nobody, creator: nobody } },
}

const artifactsOf = ({ policy }: Judge): readonly Things[] =>
  Object.keys(policy.kinds).map((kind) => ({
    project,
    artifact: { ...birth, kind, project: nobody, name: nobody, creator: nobody },
  }))

/**
 * Works out what people see: once for each state of the world. Where seeing one thing takes seeing
 * another that takes seeing the first, neither is seen.
 */
export const seenBy = (judge: Judge): SeenBy => {
  const artifacts = artifactsOf(judge)
  const inState = keptByState((world) =>
    memo((actor: UserRecord): Seen => {
      const isSeen = (things: Things): boolean => sees({ judge, world, actor, things })
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
  return (world, actor) => inState(world)(actor)
}
