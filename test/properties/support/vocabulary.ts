import fc from 'fast-check'
import { categoriesOf, madeKeys, type Names } from './names.ts'
import { mostly, nonsense } from './nonsense.ts'

/** Every key may be left out. */
export const optional = { requiredKeys: [] }
export const name = fc.constantFrom('Name', 'Other name')

/** Arbitraries of everything that a call may name. */
export function vocabulary(names: Names) {
  const rolesIn = (place: string) => mostly(names.roles[place] ?? [])
  const categories = categoriesOf(names)
  const entryRoles = fc.record(
    Object.fromEntries(categories.map((category) => [category, rolesIn(category)])),
    optional,
  )
  const user = fc.oneof(
    { weight: 12, arbitrary: mostly(names.users) },
    { weight: 1, arbitrary: fc.constantFrom(...names.users).map((email) => email.toUpperCase()) },
  )
  const team = mostly(names.teams)
  const project = mostly([...names.projects, ...names.projects, ...madeKeys])
  return {
    user,
    team,
    project,
    organizationRole: rolesIn('organization'),
    roleInTeam: rolesIn('team'),
    role: mostly([...new Set(Object.values(names.roles).flat())]),
    entryRoles,
    rights: fc.subarray(['upload', 'download']),
    grants: fc.dictionary(mostly(names.grants), fc.constantFrom(true, null), { maxKeys: 2 }),
    permission: mostly(names.permissions, 40),
    permissions: fc.uniqueArray(mostly(names.permissions, 40), { maxLength: 4 }),
    kind: mostly(names.kinds),
    run: mostly(names.runs),
    artifact: mostly(names.artifacts),
    invitation: mostly(names.invitations),
    token: mostly(names.tokens),
    key: fc.constantFrom(...madeKeys, ...names.teams, ...names.projects),
    member:
      names.members.length === 0
        ? fc.tuple(project, nonsense)
        : fc.oneof(
            { weight: 8, arbitrary: fc.constantFrom(...names.members) },
            {
              weight: 1,
              arbitrary: fc.tuple(project, fc.constantFrom(...names.members.map(([, id]) => id))),
            },
          ),
    memberships: (ended: boolean) =>
      fc.dictionary(
        team,
        fc.oneof(
          { weight: 5, arbitrary: rolesIn('team') },
          fc.constantFrom(...(ended ? [null, true] : [true])),
        ),
        { maxKeys: 2 },
      ),
    subject: fc.oneof(
      fc.record({ type: fc.constant('user'), id: user }),
      fc.record({ type: fc.constant('team'), id: team }),
      fc.record({ type: fc.constant('email'), id: mostly(names.users) }),
    ),
  }
}

/** @see {@link vocabulary} */
export type Vocabulary = ReturnType<typeof vocabulary>
