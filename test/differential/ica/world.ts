import fc, { type Arbitrary } from 'fast-check'
import type { Scenario, ScenarioMember } from '../../../mocks/policies/scenario.ts'
import { each, one, people, perhapsEach, scenarioBase, some } from '../arbitraries.ts'

export const users = people('ann', 'ben', 'cleo', 'dan')
const [creator = ''] = users
export const workgroups = ['lab', 'statistics'] as const
export const projects = ['genomes', 'trials'] as const

/** Levels of each category, each including the ones before it. */
export const levels = {
  project: ['data_provider', 'viewer', 'contributor', 'administrator'],
  flow: ['viewer', 'contributor'],
  base: ['viewer', 'contributor'],
  bench: ['contributor', 'administrator'],
} as const

/** One of each kind in each project. */
export const artifactsOf = (kind: string): string[] => projects.map((key) => `${kind}-${key}`)

const kinds = ['data', 'analysis', 'pipeline', 'table', 'query', 'notebook', 'workspace']

const category = (names: readonly string[]) =>
  fc.oneof(one(...names), one(...names), one('none', undefined))

const entry = fc.record({
  roles: fc
    .record({
      project: category(levels.project),
      flow: category(levels.flow),
      base: category(levels.base),
      bench: category(levels.bench),
    })
    .map((roles) =>
      Object.fromEntries(
        Object.entries(roles).flatMap(([name, role]) => (role ? [[name, role]] : [])),
      ),
    ),
  rights: some(['upload', 'download'] as const),
})

const answered = fc.tuple(entry, one('pending', 'accepted', 'rejected')).map(([made, status]) => ({
  ...made,
  status,
}))

type Entry = Pick<ScenarioMember, 'roles' | 'rights' | 'status'>

const entriesFor = (
  project: string,
  type: ScenarioMember['subject']['type'],
  entries: Readonly<Record<string, Entry>> = {},
): ScenarioMember[] =>
  Object.entries(entries).map(([id, made]) => ({ project, subject: { type, id }, ...made }))

/** Users in any workgroup, and projects with entries for users, addresses and workgroups. */
export const scenario: Arbitrary<Scenario> = fc
  .record({
    users: each(
      users,
      fc.record({
        role: one('member', 'member', 'tenant_administrator'),
        status: one('active', 'active', 'active', 'active', 'pending'),
        workgroups: some(workgroups),
      }),
    ),
    owners: each(projects, one(...users)),
    people: each(projects, perhapsEach(users, entry)),
    addresses: each(projects, perhapsEach(users, answered)),
    workgroups: each(projects, perhapsEach(workgroups, entry)),
  })
  .map(({ users: byEmail, owners, people: own, addresses, workgroups: groups }) => ({
    ...scenarioBase,
    teams: workgroups.map((key) => ({ key })),
    users: Object.entries(byEmail).map(([email, { role, status, workgroups: joined }]) => ({
      email,
      role,
      status,
      teams: Object.fromEntries(joined.map((key) => [key, 'workgroup_member'])),
    })),
    projects: Object.entries(owners).map(([key, owner]) => ({ key, owner, creator })),
    members: projects.flatMap((key) => [
      ...entriesFor(key, 'user', own[key]),
      ...entriesFor(key, 'email', addresses[key]),
      ...entriesFor(key, 'team', groups[key]),
    ]),
    artifacts: kinds.flatMap((kind) =>
      projects.map((project) => ({ kind, name: `${kind}-${project}`, project, creator })),
    ),
  }))
