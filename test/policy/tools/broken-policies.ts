import type { PolicyProblemCode, PolicyProblemSeverity } from 'rolecall/mocks'

/** A way to break the library's policy, and what `policy check` says of it. */
export interface Broken {
  /** What is wrong, in words. */
  readonly what: string
  /** What is put where, by JSON pointers: the library's policy is sound without it. */
  readonly put: Readonly<Record<string, unknown>>
  readonly severity: PolicyProblemSeverity
  readonly code: PolicyProblemCode
  readonly pointer: string
  readonly message: string
  readonly fix: string
}

const isPrivate = { field: 'project.private', is: true }
const asksToKeep = { ask: 'shelf.keep' }

/** One problem each. */
export const brokenPolicies: readonly Broken[] = [
  {
    what: 'a list of cases without a last one',
    put: { '/changes/projects.delete/always': [{ when: isPrivate, ...asksToKeep }] },
    severity: 'warning',
    code: 'no_last_case',
    pointer: '/changes/projects.delete/always',
    message: 'There is no case for everything else.',
    fix: 'End it with a case without "when": what no case covers is denied to everybody.',
  },
  {
    what: 'the same in a key of the body',
    put: { '/changes/projects.update/keys/name': { when: isPrivate, ...asksToKeep } },
    severity: 'warning',
    code: 'no_last_case',
    pointer: '/changes/projects.update/keys/name',
    message: 'There is no case for everything else.',
    fix: 'End it with a case without "when": what no case covers is denied to everybody.',
  },
  {
    what: 'a case behind one without a condition',
    put: {
      '/changes/projects.delete/always': [asksToKeep, { when: isPrivate, ask: 'member:manage' }],
    },
    severity: 'error',
    code: 'unreachable_case',
    pointer: '/changes/projects.delete/always/1',
    message: 'It is never asked: case 0 before it has no condition.',
    fix: 'Put it first, change its condition, or take it out.',
  },
  {
    what: 'a case that says the same as one before it',
    put: {
      '/changes/projects.delete/always': [
        { when: isPrivate, ask: 'member:manage' },
        { when: { all: [isPrivate, { field: 'project.key', is: 'maps' }] }, ...asksToKeep },
        asksToKeep,
      ],
    },
    severity: 'error',
    code: 'unreachable_case',
    pointer: '/changes/projects.delete/always/1',
    message: 'It is never asked: case 0 before it holds whenever it does.',
    fix: 'Put it first, change its condition, or take it out.',
  },
  {
    what: 'a case whose condition can never hold',
    put: {
      '/changes/projects.delete/always': [
        { when: { all: [isPrivate, { not: isPrivate }] }, ask: 'member:manage' },
        asksToKeep,
      ],
    },
    severity: 'error',
    code: 'unreachable_case',
    pointer: '/changes/projects.delete/always/0',
    message: 'It is never asked: its condition can never hold.',
    fix: 'Change its condition, or take it out.',
  },
]
