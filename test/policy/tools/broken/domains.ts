import { type Broken, guard } from './broken.ts'

const always = (what: string, when: object, on = 'projects.delete'): Broken => ({
  what: `a guard that always holds: ${what}`,
  put: { '/guards/0': guard({ on: [on], when }) },
  code: 'always_holds',
  pointer: '/guards/0/when',
  message: 'The guard always applies: its condition holds in every state, whoever calls.',
  fix: 'Say in which state the call is refused, or don’t offer it.',
})

const never = (what: string, when: object, on = 'projects.delete'): Broken => ({
  what: `a guard that never holds: ${what}`,
  put: { '/guards/0': guard({ on: [on], when }) },
  code: 'never_holds',
  pointer: '/guards/0/when',
  message: 'The guard never applies: its condition holds in no state.',
  fix: 'Compare values that are possible together, or remove the guard.',
})

const isTrueOrFalse = { field: 'project.private', is: [true, false] }
const isAnyRole = { field: 'actor.role', is: ['librarian', 'reader', null] }

/**
 * Conditions outside the possible values of a field: true or false, one of a set, a role, never null.
 */
export const brokenDomains: readonly Broken[] = [
  always('true or false', isTrueOrFalse),
  never('neither true nor false', { not: isTrueOrFalse }),
  never('a project that is neither', { field: 'project.private', is: null }),
  always('themselves or not', { field: 'user.isActor', is: [true, false] }, 'users.update'),
  always(
    'pending or active',
    { not: { not: { field: 'user.status', is: ['pending', 'active'] } } },
    'users.update',
  ),
  always('every role, and none', isAnyRole),
  never('no role, and not none', { not: isAnyRole }),
  always(
    'every role and none, of the one named',
    {
      any: [
        { field: 'user.role', is: 'librarian' },
        { not: { field: 'user.role', is: 'librarian' } },
      ],
    },
    'users.update',
  ),
  always('a key that is there', { not: { field: 'project.key', is: null } }),
  always('an id that is there', { not: { field: 'actor.id', is: null } }),
  never('a key that is not there', { field: 'project.key', is: null }),
  {
    what: 'a case covered by earlier ones: true, and false',
    put: {
      '/changes/projects.delete/always': [
        { when: { field: 'project.private', is: true }, ask: 'shelf.keep' },
        { when: { field: 'project.private', is: false }, ask: 'member:manage' },
        { ask: 'shelf:make' },
      ],
    },
    code: 'unreachable_case',
    pointer: '/changes/projects.delete/always/2',
    message: 'This case is never asked: one of the cases before it holds whenever it does.',
    fix: 'Put it first, change its condition, or remove it.',
  },
]
