import type { PolicyProblemCode } from 'rolecall/mocks'

/** A way to break the library's policy, and what `policy check` says of it. */
export interface Broken {
  /** What is wrong, in words. */
  readonly what: string
  /** What is put where, by JSON pointers; undefined takes it out. The library's policy is sound without it. */
  readonly put: Readonly<Record<string, unknown>>
  readonly code: PolicyProblemCode
  readonly pointer: string
  readonly message: string
  readonly fix: string
}

/** A guard on deleting shelves, with something of it changed. */
export const guard = (more: object = {}) => ({
  rule: 'LB-06',
  on: ['projects.delete'],
  when: { field: 'project.private', is: true },
  status: 409,
  code: 'invalid_state',
  text: 'Not this one.',
  ...more,
})

/** A role that readers may have beside, on a project unless something else is said. */
export const guest = (more: object = {}) => ({
  key: 'guest',
  name: 'Guest',
  scope: 'project',
  permissions: ['shelf:read'],
  origin: 'reading',
  ...more,
})

/** A rule that asks for that. */
export const rule = (require: object) => ({
  id: 'LB-06',
  text: 'A rule.',
  require,
  origin: 'reading',
})

/** What makes people join teams of the library. */
export const withTeams = {
  '/roles/2': guest({ scope: 'team' }),
  '/changes/users.update/keys/teams': { each: 'team', change: 'member:manage' },
}
