import type { PolicyProblemCode } from 'rolecall/mocks'

/** A way to break the library's policy, and what `policy check` then reports. */
export interface Broken {
  /** The fault, in words. */
  readonly what: string
  /** New values by JSON pointer; undefined removes one. The library's policy is sound before. */
  readonly put: Readonly<Record<string, unknown>>
  readonly code: PolicyProblemCode
  readonly pointer: string
  readonly message: string
  readonly fix: string
}

/** A guard on deleting shelves, with parts replaced. */
export const guard = (more: object = {}) => ({
  rule: 'LB-06',
  on: ['projects.delete'],
  when: { field: 'project.private', is: true },
  status: 409,
  code: 'invalid_state',
  text: 'Not this one.',
  ...more,
})

/** A further role of readers, on a project by default. */
export const guest = (more: object = {}) => ({
  key: 'guest',
  name: 'Guest',
  scope: 'project',
  permissions: ['shelf:read'],
  origin: 'reading',
  ...more,
})

/** A rule with that requirement. */
export const rule = (require: object) => ({
  id: 'LB-06',
  text: 'A rule.',
  require,
  origin: 'reading',
})

/** A way for people to join teams of the library. */
export const withTeams = {
  '/roles/2': guest({ scope: 'team' }),
  '/changes/users.update/keys/teams': { each: 'team', change: 'member:manage' },
}
