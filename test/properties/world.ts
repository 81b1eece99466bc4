import { acme } from '../support/acme.ts'

/** Everything that there is in acme at the start; ids are the same in every mock of the same seed. */
export interface Known {
  users: readonly string[]
  teams: readonly string[]
  roles: readonly string[]
  projects: readonly string[]
  members: readonly { project: string; id: string }[]
  artifacts: readonly { id: string; kind: string }[]
  permissions: readonly string[]
}

async function readKnown(): Promise<Known> {
  const { as, mock } = acme()
  const admin = as('admin')
  const limit = { limit: 200 }
  const everyone = ['lead', 'support-lead', 'archivist'].map(as)
  const projects = await Promise.all(
    everyone.map(({ projects: list }) => list.list(limit).toArray()),
  )
  const artifacts = await Promise.all(
    everyone.map(({ artifacts: list }) => list.list(limit).toArray()),
  )
  const keys = [...new Set(projects.flat().map(({ key }) => key))]
  const members = await Promise.all(
    keys.map(async (project) => {
      const seer = everyone.find((_, index) => projects[index]?.some(({ key }) => key === project))
      const entries = (await seer?.projects.members.list(project, limit).toArray()) ?? []
      return entries.map(({ id }) => ({ project, id }))
    }),
  )
  return {
    users: mock.users().map(({ email }) => email),
    teams: (await admin.teams.list(limit)).data.map(({ key }) => key),
    roles: (await admin.roles.list(limit)).data.map(({ key }) => key),
    projects: keys,
    members: members.flat(),
    artifacts: [...new Map(artifacts.flat().map(({ id, kind }) => [id, { id, kind }])).values()],
    permissions: (await admin.permissions.list(limit)).data.map(({ key }) => key),
  }
}

export const known = await readKnown()
