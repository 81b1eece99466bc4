import { perPolicy } from '../language/per-policy.ts'
import type { Policy } from '../language/policy.ts'
import { isProjectScope, leavesOf } from '../language/requirement.ts'

/** The permissions that rules ask for on projects. */
const askedOnProjects = perPolicy(({ rules, visibility }: Policy): ReadonlySet<string> => {
  const leaves = [...Object.values(rules), ...Object.values(visibility)].flatMap(({ require }) =>
    leavesOf(require),
  )
  return new Set(
    leaves.flatMap((leaf) =>
      'permission' in leaf && isProjectScope(leaf.in) ? [leaf.permission] : [],
    ),
  )
})

/** Whether the permissions, given by a role in the organization, also count on every project. */
export const countsOnProjects = (policy: Policy, permissions: ReadonlySet<string>): boolean =>
  policy.sources.project.from.some(
    ({ through, when }) => through === 'organization_role' && when === undefined,
  ) && !permissions.isDisjointFrom(askedOnProjects(policy))
