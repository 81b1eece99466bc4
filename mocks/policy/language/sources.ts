import type { Condition } from './condition.ts'

/**
 * One source of permissions on a project.
 *
 * - `team_entry`: an entry for a team gives its members the role that they hold in that team. With
 *   `capped`, only permissions that the entry's roles contain too; an owner's entry is never capped.
 * - `entry`: an accepted entry gives its own roles to its subject: a user, an e-mail address, or a
 *   team's members.
 * - `organization_role`: the role held in the organization gives its permissions. It opens projects
 *   if one of its permissions counts on them: a permission of a project role or a right, or one that
 *   a rule asks for on a project. In a policy without such permissions, every permission counts.
 * - `ownership`, `creation`: the project's owner or creator has fixed roles: those of the category
 *   `project`, or if that category has no role of the key, those of every category that has one.
 * - `everyone`: every active member has fixed roles.
 */
export type ProjectSource = { rule: string; when?: Condition } & (
  | { through: 'team_entry'; capped: boolean }
  | { through: 'entry' }
  | { through: 'organization_role' }
  | { through: 'ownership' | 'creation' | 'everyone'; roles: readonly string[] }
)

export interface Sources {
  project: {
    /** `each`: paths are judged one by one, and one must meet the whole rule. `highest`: the permissions of all paths add up. */
    combine: 'each' | 'highest'
    from: readonly ProjectSource[]
  }
}
