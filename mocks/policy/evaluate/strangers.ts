import type { Judge } from '../language/judge.ts'
import type { ProjectRecord } from '../language/records.ts'
import type { NamedType, Resources } from '../world/resources.ts'

/** Matches nothing: no reference is empty. */
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

/** One resource per type that is related to nobody: to see it, a person must see all of the type. */
export const strangers: Readonly<Record<Exclude<NamedType, 'artifact'>, Resources>> = {
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

/** The same for artifacts: one per kind. */
export const strangeArtifacts = ({ policy }: Judge): readonly Resources[] =>
  Object.keys(policy.kinds).map((kind) => ({
    project,
    artifact: { ...birth, kind, project: nobody, name: nobody, creator: nobody },
  }))
