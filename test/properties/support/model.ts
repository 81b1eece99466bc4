/** A model's record of a member. */
export interface Held {
  readonly role?: string
  readonly teams: Readonly<Record<string, string>>
  readonly status: string
}

/** The part of a platform that its invariants are about. */
export interface Model {
  readonly policy: string
  /** By e-mail address. */
  members: Map<string, Held>
  /** The permissions of each role, by its key and scope. */
  roles: Map<string, readonly string[]>
  /** The e-mail address of each pending invitation, by its id. */
  invitations: Map<string, string>
  /** The owner's id by project. */
  owners: Map<string, string | undefined>
  /** E-mail address by user id. */
  ids: Map<string, string>
  seats: number
  isDeleted: boolean
}

interface State {
  organization: { plan: { seats?: number }; deletedAt?: string }
  users: readonly (Held & { id: string; email: string })[]
  roles: readonly { key: string; scope: string; permissions: readonly string[] }[]
  invitations: readonly { id: string; email: string; status: string }[]
  projects: readonly { key: string; owner?: string }[]
}

/** Reads a model out of a mock's state. */
export function modelOf(policy: string, text: string): Model {
  const { organization, users, roles, invitations, projects }: State = JSON.parse(text)
  return {
    policy,
    members: new Map(
      users.map(({ email, role, teams, status }) => [
        email,
        { ...(role !== undefined && { role }), teams, status },
      ]),
    ),
    roles: new Map(roles.map(({ key, scope, permissions }) => [`${scope} ${key}`, permissions])),
    invitations: new Map(
      invitations.flatMap(({ id, email, status }) => (status === 'pending' ? [[id, email]] : [])),
    ),
    owners: new Map(projects.map(({ key, owner }) => [key, owner])),
    ids: new Map(users.map(({ id, email }) => [id, email])),
    seats: organization.plan.seats ?? Infinity,
    isDeleted: organization.deletedAt !== undefined,
  }
}

const active = ({ members }: Model): Held[] =>
  [...members.values()].filter(({ status }) => status === 'active')

/** The number of holders of the role in the organization. */
const holding = (held: readonly Held[], key: string): number =>
  held.filter(({ role }) => role === key).length

/** Violations of the platform's own documentation in the model; none, where all is well. */
export function faultsOf(model: Model): readonly string[] {
  const { policy, members, owners, ids, seats } = model
  const everyone = [...members.values()]
  const faults: string[] = []
  const must = (holds: boolean, what: string) => holds || faults.push(what)
  switch (policy) {
    case 'superannotate':
      must(holding(everyone, 'owner') === 1, 'SA: exactly one owner')
      break
    case 'bigml':
      must(holding(everyone, 'owner') === 1, 'BG-03: exactly one owner')
      must(everyone.length <= seats, 'BG-11: seats')
      break
    case 'peltarion':
      must(holding(active(model), 'administrator') >= 1, 'PE-10: the last administrator')
      must(everyone.length <= seats, 'PE-03: seats')
      break
    case 'ica':
      must(holding(active(model), 'tenant_administrator') >= 1, 'IC-10: the last administrator')
      for (const [project, owner] of owners) {
        must(owner !== undefined && ids.has(owner), `IC-06: the owner of ${project}`)
      }
      break
    case 'adaptive': {
      const manages = ({ teams }: Held): boolean =>
        model.roles.get(`team ${teams.admin}`)?.includes('admin:manage_users') === true
      must(active(model).some(manages), 'AD-13: the last who manages users')
    }
  }
  return faults
}
