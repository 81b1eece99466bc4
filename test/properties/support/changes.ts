import type { RoleRecord, UserRecord } from '../../../mocks/policy/index.ts'
import { categoriesOf, type Names } from './names.ts'
import { sendAsAnyone } from './people.ts'
import type { Sent } from './send.ts'
import type { Stage } from './stage.ts'

/** One change that a remedy may make: its slot, as named by the calls of a remedy, and how. */
export interface Change {
  slot: string
  /** Calls that make it, on the platform as it then is; the first that some user may run does. */
  calls(stage: Stage): readonly Sent[]
  /** The role that it gives, if any. */
  role?: RoleRecord
}

const update = (user: string, body: object): Sent => ({
  operation: 'users.update',
  args: [user, body],
})

const assignable = ({ store }: Stage, place: (role: RoleRecord) => boolean): RoleRecord[] =>
  [...store.tables.roles].filter((role) => role.assignable && place(role))

const ofUser = (stage: Stage, names: Names, { email, paused }: UserRecord): Change[] => [
  ...names.teams.flatMap((team) =>
    assignable(stage, ({ scope }) => scope === 'team').map((role): Change => ({
      slot: `team ${email} ${team}`,
      role,
      calls: () => [update(email, { teams: { [team]: role.key } })],
    })),
  ),
  ...assignable(stage, ({ scope }) => scope === 'organization').map((role): Change => ({
    slot: `role ${email}`,
    role,
    calls: () => [update(email, { role: role.key })],
  })),
  ...names.grants.map((grant): Change => ({
    slot: `grant ${email} ${grant}`,
    calls: () => [update(email, { grants: { [grant]: true } })],
  })),
  ...(paused ? [{ slot: `status ${email}`, calls: () => [update(email, { paused: false })] }] : []),
]

/** A change of the user's own entry on the project: it is added, or changed. */
function ofEntry(stage: Stage, names: Names, user: UserRecord, project: string): Change[] {
  const made = (slot: string, body: (held: readonly string[]) => object): Change => ({
    slot: `entry ${project} ${slot}`,
    calls: ({ world }) => {
      const own = [...world.entriesOf(user.id)].find((entry) => entry.project === project)
      if (own) {
        const args = [project, own.id, body(own.rights)]
        return [{ operation: 'projects.members.update', args }]
      }
      const subject = { type: 'user', id: user.email }
      return [{ operation: 'projects.members.add', args: [project, { subject, ...body([]) }] }]
    },
  })
  const roles = categoriesOf(names).flatMap((category) =>
    assignable(
      stage,
      (role) => role.scope === 'project' && (role.category ?? 'project') === category,
    ).map((role): Change => ({
      ...made(`roles ${category}`, () => ({ roles: { [category]: role.key } })),
      role,
    })),
  )
  const rights = Object.keys(stage.policy.rights ?? {}).map((right) =>
    made(`rights ${right}`, (held) => ({ rights: [...held, right] })),
  )
  const grants = names.grants.map((grant) =>
    made(`grants ${grant}`, () => ({ grants: { [grant]: true } })),
  )
  return [...roles, ...rights, ...grants]
}

const ofPlan = ({ world }: Stage, names: Names): Change[] =>
  names.features
    .filter((feature) => !world.organization.plan.features.includes(feature))
    .map((feature) => ({
      slot: 'plan',
      calls: ({ world: { organization } }: Stage): Sent[] => [
        {
          operation: 'organization.updatePlan',
          args: [{ features: [...organization.plan.features, feature] }],
        },
      ],
    }))

const ofInvitations = ({ world }: Stage, { email }: UserRecord): Change[] =>
  [...world.invitationsOf(email)]
    .filter(({ status }) => status === 'pending')
    .map(({ id }) => ({
      slot: `invitations.accept ${id}`,
      calls: () => [{ operation: 'invitations.accept' as const, args: [id] }],
    }))

const ofPendingEntries = ({ world }: Stage, { email }: UserRecord): Change[] =>
  [...world.entriesOf(email)]
    .filter(({ status }) => status === 'pending')
    .map(({ project, id }) => ({
      slot: `projects.members.accept ${project}`,
      calls: () => [{ operation: 'projects.members.accept' as const, args: [project, id] }],
    }))

/**
 * Every single change that a remedy may make: for the caller and the user named by the call, a team
 * role, the organization role, a grant, a status; an own entry on a project of the call; the plan. Never
 * role definitions, ownership, workgroup entries or privacy.
 */
export function changesFor(
  stage: Stage,
  names: Names,
  users: readonly UserRecord[],
  projects: readonly string[],
): readonly Change[] {
  return [
    ...ofPlan(stage, names),
    ...users.flatMap((user) => [
      ...ofUser(stage, names, user),
      ...ofInvitations(stage, user),
      ...ofPendingEntries(stage, user),
      ...projects.flatMap((project) => ofEntry(stage, names, user, project)),
    ]),
  ]
}

/** Makes the change as a user who may; returns false, and changes nothing, where nobody may. */
export const make = (stage: Stage, change: Change): boolean =>
  change.calls(stage).some((call) => sendAsAnyone(stage, call))
