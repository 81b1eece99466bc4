import { visibleName } from '../language/visible-names.ts'
import type { Policy } from '../language/policy.ts'
import type { ProjectRecord, RoleRecord, TeamRecord } from '../language/records.ts'
import type { Reader } from './reader.ts'

/** The names of resources for a reader. Without a reader, and for one who may not see them, their keys. */
export const namesFor = (policy: Policy, reader: Reader | undefined) => ({
  /** `team Research`. The policy's own teams are hidden from nobody. */
  team: (team: TeamRecord): string => {
    const isOpen = policy.teams.some(({ key }) => key === team.key)
    return isOpen || reader?.sees('team', team) ? visibleName(team) : team.key
  },
  /** `Churn prediction (churn)`. */
  project: (project: ProjectRecord): string =>
    reader?.sees('project', project) ? visibleName(project) : project.key,
  /** `Platform Admin`. The policy's own roles are known by their names alone. */
  role: (role: RoleRecord): string => {
    if (role.builtIn) return role.name
    return reader?.sees('role', role) ? visibleName(role) : role.key
  },
})
