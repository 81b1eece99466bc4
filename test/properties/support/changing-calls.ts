import fc from 'fast-check'
import type { CallArguments } from './call-arguments.ts'
import { name, optional, type Vocabulary } from './vocabulary.ts'

/** Calls that may change something. */
export const changingCalls = (words: Vocabulary): CallArguments => {
  const { user, team, project, role, key, artifact, invitation, member, kind, permissions } = words
  const { entryRoles: roles, rights, grants, subject, organizationRole, memberships } = words
  const isPrivate = fc.boolean()
  const described = { name, description: name }
  return {
    'organization.update': fc.tuple(fc.record(described, optional)),
    'organization.updatePlan': fc.tuple(
      fc.record(
        { seats: fc.integer({ min: 1, max: 14 }), features: fc.subarray(['explore']) },
        optional,
      ),
    ),
    'organization.transferOwnership': fc.tuple(fc.record({ to: user })),
    'roles.create': fc.tuple(fc.record({ key, permissions })),
    'roles.update': fc.tuple(role, fc.record({ name, permissions }, optional)),
    'roles.delete': fc.tuple(role),
    'teams.create': fc.tuple(
      fc.record({ key, defaultRole: words.roleInTeam }, { requiredKeys: ['key'] }),
    ),
    'teams.update': fc.tuple(
      team,
      fc.record({ name, defaultRole: fc.oneof(words.roleInTeam, fc.constant(null)) }, optional),
    ),
    'teams.delete': fc.tuple(team),
    'users.create': fc.tuple(
      fc.record(
        {
          email: words.user,
          type: fc.constantFrom('human', 'service'),
          teams: memberships(false),
        },
        { requiredKeys: ['email'] },
      ),
    ),
    'users.update': fc.tuple(
      user,
      fc.oneof(
        fc.record({ role: organizationRole }),
        fc.record({ grants }),
        fc.record({ paused: fc.boolean() }),
        fc.record({ teams: memberships(true) }),
        fc.record(
          { name, role: organizationRole, teams: memberships(true), grants, paused: fc.boolean() },
          optional,
        ),
      ),
    ),
    'users.remove': fc.tuple(user),
    'invitations.create': fc.tuple(
      fc.record({ email: user, role: organizationRole }, { requiredKeys: ['email'] }),
    ),
    'invitations.resend': fc.tuple(invitation),
    'invitations.withdraw': fc.tuple(invitation),
    'invitations.accept': fc.tuple(invitation),
    'invitations.reject': fc.tuple(invitation),
    'projects.create': fc.tuple(
      fc.record({ key, team, private: isPrivate }, { requiredKeys: ['key'] }),
    ),
    'projects.update': fc.tuple(
      project,
      fc.oneof(
        fc.record({ private: isPrivate }),
        fc.record({ ...described, private: isPrivate }, optional),
      ),
    ),
    'projects.delete': fc.tuple(project),
    'projects.transferOwnership': fc.tuple(project, fc.record({ to: user })),
    'projects.members.add': fc.tuple(
      project,
      fc.record(
        { subject, roles, rights, grants, isOwner: fc.boolean() },
        { requiredKeys: ['subject', 'roles'] },
      ),
    ),
    'projects.members.update': fc
      .tuple(
        member,
        fc.oneof(
          fc.record({ roles }),
          fc.record({ rights }),
          fc.record({ roles, rights, grants, isOwner: fc.boolean() }, optional),
        ),
      )
      .map(([path, body]) => [...path, body]),
    'projects.members.remove': member,
    'projects.members.accept': member,
    'projects.members.reject': member,
    'artifacts.create': fc.tuple(
      fc.record({ kind, project, name }, { requiredKeys: ['kind', 'name'] }),
    ),
    'artifacts.update': fc.tuple(artifact, fc.record({ name }, optional)),
    'artifacts.delete': fc.tuple(artifact),
    'artifacts.move': fc.tuple(artifact, fc.record({ project })),
    'artifacts.run': fc.tuple(artifact, words.run, fc.record({ project }, optional)),
    'tokens.create': fc.tuple(fc.record({ name }, optional)),
    'tokens.revoke': fc.tuple(words.token),
  }
}
