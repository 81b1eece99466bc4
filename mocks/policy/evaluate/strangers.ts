import type { Judge } from '../language/judge.ts'
import type { ProjectRecord } from '../language/records.ts'
import type { NamedType, Resources } from '../world/resources.ts'

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

/** Resources that nobody has anything to do with, of which there may always be one that is hidden. */
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

/** The same of artifacts: one of each kind. */
export const strangeArtifacts = ({ policy }: Judge): readonly Resources[] =>
  Object.keys(policy.kinds).map((kind) => ({
    project,
    artifact: { ...birth, kind, project: nobody, name: nobody, creator: nobody },
  }))
