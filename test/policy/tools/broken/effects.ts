import { type Broken, guard, guest, withTeams } from './broken.ts'

const effect = (on: readonly string[], done: object) => ({ rule: 'LB-06', on, do: done })

const invariant = (more: object) => ({
  rule: 'LB-06',
  count: { every: 'project' },
  status: 409,
  code: 'invalid_state',
  text: 'Keep some shelves.',
  ...more,
})

const doesNothing = (
  what: string,
  on: string,
  done: object,
  message: string,
  fix: string,
): Broken => ({
  what,
  put: { ...withTeams, '/effects/0': effect([on], done) },
  code: 'no_effect',
  pointer: '/effects/0/on/0',
  message: `The effect does nothing: ${message}.`,
  fix,
})

const joining = { joinTeam: { field: 'settings.defaultTeam' }, role: { key: 'guest' } }

/** Effects without effect, and bounds on numbers that never apply. */
export const brokenEffects: readonly Broken[] = [
  doesNothing(
    'a user who joins a team by a call that names none',
    'projects.create',
    joining,
    'projects.create names no user',
    'Put it on operations about a user, or say "of": "actor".',
  ),
  doesNothing(
    'a role for a user whom no call names',
    'projects.update',
    { setRole: 'reader', of: 'user' },
    'projects.update names no user',
    'Put it on operations about a user, or say "of": "actor".',
  ),
  doesNothing(
    'boxes of an entry that the call does not name',
    'users.update',
    { clearGrants: 'member' },
    'users.update names no entry',
    'Put it on operations about an entry.',
  ),
  doesNothing(
    'entries of a shelf that the call does not name',
    'users.update',
    { removeEntries: 'project' },
    'users.update names no shelf',
    'Put it on operations about a shelf.',
  ),
  doesNothing(
    'the ownership of a shelf that the call does not name',
    'users.update',
    { setOwner: 'actor' },
    'users.update names no shelf',
    'Put it on operations about a shelf.',
  ),
  doesNothing(
    'an entry for a shelf that the call does not name',
    'users.update',
    { addEntry: { team: { field: 'settings.defaultTeam' } }, isOwner: true },
    'users.update names no shelf',
    'Put it on operations about a shelf.',
  ),
  doesNothing(
    'an effect of what only reads',
    'users.get',
    { clearGrants: 'user' },
    'users.get only reads',
    'Name an operation that changes something.',
  ),
  doesNothing(
    'what whoever calls is given when nobody does',
    'sign_up',
    { setRole: 'reader', of: 'actor' },
    'nobody calls sign_up',
    'Make it about the "user".',
  ),
  {
    what: 'revoked tokens except an unknown one',
    put: { '/effects/0': effect(['users.update'], { revokeTokens: 'others' }) },
    code: 'no_effect',
    pointer: '/effects/0/on/0',
    message: 'The effect revokes every token: users.update creates none to keep.',
    fix: 'Put it on tokens.create.',
  },
  {
    what: 'a role of a team taken from one in the organization',
    put: {
      ...withTeams,
      '/effects/0': effect(['users.update'], { ...joining, role: { field: 'input.role' } }),
    },
    code: 'no_effect',
    pointer: '/effects/0/do/role/field',
    message: 'The effect does nothing: input.role does not hold a role in a team.',
    fix: 'Take a field that holds a role in a team, such as settings.defaultRole or next.roleInTeam.',
  },
  {
    what: 'a team taken from the key of a shelf',
    put: {
      ...withTeams,
      '/effects/0': effect(['projects.create'], {
        addEntry: { team: { field: 'project.key' } },
        isOwner: true,
      }),
    },
    code: 'no_effect',
    pointer: '/effects/0/do/addEntry/team/field',
    message: 'The effect does nothing: project.key does not hold a team.',
    fix: 'Take a field that holds a team, such as team.key or project.team.',
  },
  {
    what: 'an effect of nothing',
    put: { '/effects/0': effect([], { setRole: 'reader', of: 'user' }) },
    code: 'never_holds',
    pointer: '/effects/0/on',
    message: 'The effect never applies: it is on no operation.',
    fix: 'Name the operations that it is on, or remove it.',
  },
  {
    what: 'a guard on nothing',
    put: { '/guards/0': guard({ on: [], when: { field: 'actor.role', is: 'reader' } }) },
    code: 'never_holds',
    pointer: '/guards/0/on',
    message: 'The guard never applies: it is on no operation.',
    fix: 'Name the operations that it is on, or remove it.',
  },
  {
    what: 'a grant that gives nothing',
    put: { '/grants/quiet': { description: 'Reads at night.', in: ['organization'] } },
    code: 'no_effect',
    pointer: '/grants/quiet',
    message: 'The grant quiet gives nobody anything: no role lists permissions for it.',
    fix: 'List them in the grants of a role, or remove the grant.',
  },
  {
    what: 'entries without a source',
    put: {
      '/roles/2': guest(),
      '/changes/projects.members.add': { always: 'shelf.keep' },
      '/changes/projects.members.accept': { always: 'me' },
    },
    code: 'no_effect',
    pointer: '/changes/projects.members.add',
    message: 'An entry gives nobody anything: no source of projects goes through entries.',
    fix: 'Add { "through": "entry" } to /sources/project/from, or don’t offer projects.members.add.',
  },
  {
    what: 'a bound that always holds',
    put: { '/invariants/1': invariant({ atLeast: -1 }) },
    code: 'never_decisive',
    pointer: '/invariants/1/atLeast',
    message: 'atLeast bounds nothing: every count is at least -1.',
    fix: 'Make it 1 or more, or remove it.',
  },
  {
    what: 'a bound that never holds',
    put: { '/invariants/1': invariant({ atMost: -1 }) },
    code: 'contradictory_bounds',
    pointer: '/invariants/1/atMost',
    message: 'No count is at most -1.',
    fix: 'Make it 0 or more, or remove it.',
  },
  {
    what: 'half of a shelf',
    put: { '/invariants/1': invariant({ atLeast: 0.5 }) },
    code: 'impossible_value',
    pointer: '/invariants/1/atLeast',
    message: 'atLeast is 0.5, but counts are whole numbers.',
    fix: 'Make it 0 or 1.',
  },
  {
    what: 'a bound on people with an impossible role',
    put: {
      ...withTeams,
      '/teams/0': { key: 'staff', name: 'Staff' },
      '/invariants/1': invariant({
        count: { holding: 'member:manage', in: { team: 'staff' } },
        atLeast: 1,
      }),
    },
    code: 'never_decisive',
    pointer: '/invariants/1/count/holding',
    message: 'The invariant counts nobody: no role in a team has member:manage.',
    fix: 'Count a permission that a role in a team has, or give one member:manage.',
  },
]
