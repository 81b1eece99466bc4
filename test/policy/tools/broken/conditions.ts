import { type Broken, guard, guest } from './broken.ts'

/** Cases, conditions and bounds. */
export const brokenConditions: readonly Broken[] = [
  {
    what: 'a list of cases without a last one',
    put: {
      '/changes/projects.delete/always': [
        { when: { field: 'project.private', is: true }, ask: 'shelf.keep' },
      ],
    },
    code: 'no_last_case',
    pointer: '/changes/projects.delete/always',
    message: 'No case applies to everything else, so that is denied to everybody.',
    fix: 'End the list with a case without "when".',
  },
  {
    what: 'a key of the body with incomplete cases',
    put: {
      '/changes/projects.update/keys/name': {
        when: { field: 'project.private', is: true },
        ask: 'shelf.keep',
      },
    },
    code: 'no_last_case',
    pointer: '/changes/projects.update/keys/name',
    message: 'No case applies to everything else, so that is denied to everybody.',
    fix: 'End the list with a case without "when".',
  },
  {
    what: 'a case after one without a condition',
    put: {
      '/changes/projects.delete/always': [
        { ask: 'shelf.keep' },
        { when: { field: 'project.private', is: true }, ask: 'member:manage' },
      ],
    },
    code: 'unreachable_case',
    pointer: '/changes/projects.delete/always/1',
    message: 'This case is never asked: case 0 before it has no condition.',
    fix: 'Put it first, change its condition, or remove it.',
  },
  {
    what: 'a case covered by an earlier one',
    put: {
      '/changes/projects.delete/always': [
        { when: { field: 'project.private', is: true }, ask: 'member:manage' },
        {
          when: {
            all: [
              { field: 'project.private', is: true },
              { field: 'project.key', is: 'maps' },
            ],
          },
          ask: 'shelf.keep',
        },
        { ask: 'shelf.keep' },
      ],
    },
    code: 'unreachable_case',
    pointer: '/changes/projects.delete/always/1',
    message: 'This case is never asked: case 0 before it holds whenever it does.',
    fix: 'Put it first, change its condition, or remove it.',
  },
  {
    what: 'a case covered by earlier ones together',
    put: {
      '/changes/projects.delete/always': [
        { when: { field: 'project.key', is: 'maps' }, ask: 'member:manage' },
        { when: { field: 'project.key', is: 'poetry' }, ask: 'me' },
        { when: { field: 'project.key', is: ['maps', 'poetry'] }, ask: 'shelf.keep' },
        { ask: 'shelf.keep' },
      ],
    },
    code: 'unreachable_case',
    pointer: '/changes/projects.delete/always/2',
    message: 'This case is never asked: one of the cases before it holds whenever it does.',
    fix: 'Put it first, change its condition, or remove it.',
  },
  {
    what: 'a case whose condition can never hold',
    put: {
      '/changes/projects.delete/always': [
        {
          when: {
            all: [
              { field: 'project.private', is: true },
              { not: { field: 'project.private', is: true } },
            ],
          },
          ask: 'member:manage',
        },
        { ask: 'shelf.keep' },
      ],
    },
    code: 'unreachable_case',
    pointer: '/changes/projects.delete/always/0',
    message: 'This case is never asked: its condition can never hold.',
    fix: 'Change its condition, or remove it.',
  },
  {
    what: 'a guard that always holds',
    put: {
      '/guards/0': guard({
        when: {
          any: [
            { field: 'project.private', is: true },
            { not: { field: 'project.private', is: true } },
          ],
        },
      }),
    },
    code: 'always_holds',
    pointer: '/guards/0/when',
    message: 'The guard always applies: its condition holds in every state, whoever calls.',
    fix: 'Say in which state the call is refused, or don’t offer it.',
  },
  {
    what: 'a guard without a condition',
    put: { '/guards/0': guard({ when: { all: [] } }) },
    code: 'always_holds',
    pointer: '/guards/0/when',
    message: 'The guard always applies: its condition holds in every state, whoever calls.',
    fix: 'Say in which state the call is refused, or don’t offer it.',
  },
  {
    what: 'a guard that never holds',
    put: {
      '/guards/0': guard({
        when: {
          all: [
            { field: 'project.key', is: 'maps' },
            { field: 'project.key', is: 'poetry' },
          ],
        },
      }),
    },
    code: 'never_holds',
    pointer: '/guards/0/when',
    message: 'The guard never applies: its condition holds in no state.',
    fix: 'Compare values that are possible together, or remove the guard.',
  },
  {
    what: 'an effect that never happens',
    put: {
      '/effects/0': {
        rule: 'LB-06',
        on: ['projects.create'],
        when: { any: [] },
        do: { setOwner: 'actor' },
      },
    },
    code: 'never_holds',
    pointer: '/effects/0/when',
    message: 'The effect never applies: its condition holds in no state.',
    fix: 'Compare values that are possible together, or remove the effect.',
  },
  {
    what: 'a source that is never open',
    put: {
      '/roles/2': guest(),
      '/sources/project/from/0': {
        rule: 'LB-06',
        through: 'entry',
        when: { any: [] },
      },
    },
    code: 'never_holds',
    pointer: '/sources/project/from/0/when',
    message: 'The source never applies: its condition holds in no state.',
    fix: 'Compare values that are possible together, or remove the source.',
  },
  {
    what: 'an unknown kind in a condition',
    put: {
      '/kinds': { map: { description: 'A map.', get: 'shelf:read' } },
      '/changes/artifacts.update': { ofKind: 'update' },
      '/guards/0': guard({
        on: ['artifacts.update'],
        when: { field: 'artifact.kind', is: 'mapp' },
      }),
    },
    code: 'unknown_kind',
    pointer: '/guards/0/when/is',
    message: 'There is no kind "mapp".',
    fix: 'Did you mean map?',
  },
  {
    what: 'an unknown grant in a condition',
    put: {
      '/guards/0': guard({
        on: ['users.update'],
        when: { field: 'user.grants.explore', is: true },
      }),
    },
    code: 'unknown_grant',
    pointer: '/guards/0/when/field',
    message: 'There is no grant "explore".',
    fix: 'Define "explore" in /grants, or remove it.',
  },
  {
    what: 'a minimum above the maximum',
    put: { '/invariants/0/atLeast': 2, '/invariants/0/atMost': 1 },
    code: 'contradictory_bounds',
    pointer: '/invariants/0/atLeast',
    message: 'No number is at least 2 and at most 1.',
    fix: 'Make atLeast 1 or less, or atMost 2 or more.',
  },
  {
    what: 'an invariant without a bound',
    put: { '/invariants/0/atLeast': undefined },
    code: 'never_decisive',
    pointer: '/invariants/0',
    message: 'The invariant bounds nothing: it has neither atLeast nor atMost.',
    fix: 'Add a bound, or remove the invariant.',
  },
]
