import { describe, expect, test } from 'vitest'
import type { AssignmentChange } from '../../mocks/policy/assignments/assignment.ts'
import { overlay } from '../../mocks/policy/assignments/overlay.ts'
import type { UserRecord, World } from '../../mocks/policy/index.ts'
import { stageNamed, stages } from '../properties/support/stage.ts'
import { EntryGrant, EntryRight } from '../../mocks/policy/assignments/entry-flags.ts'
import { EntryRole } from '../../mocks/policy/assignments/entry-role.ts'
import { AcceptedEntry, ActiveMembership } from '../../mocks/policy/assignments/membership.ts'
import { OrganizationRole, UserGrant } from '../../mocks/policy/assignments/organization.ts'
import { PlanFeature } from '../../mocks/policy/assignments/plan-feature.ts'
import { TeamRole } from '../../mocks/policy/assignments/team.ts'
import { found, projectIn, userIn } from '../support/in-world.ts'

const worldOf = (platform: string): World => stageNamed(platform).world

/** All facts of a world, by every way of reading it. */
const toldBy = (world: World) => {
  const [users, teams, projects] = [[...world.users()], [...world.teams()], [...world.projects()]]
  const [artifacts, invitations] = [[...world.artifacts()], [...world.invitations()]]
  const [tokens, roles] = [[...world.tokens()], [...world.roles()]]
  const members = projects.map(({ key }) => [...world.membersOf(key)])
  return {
    organization: world.organization,
    settings: world.settings,
    lists: { users, teams, projects, artifacts, invitations, tokens, roles, members },
    byId: {
      users: users.map(({ id }) => world.user(id)),
      teams: teams.map(({ id }) => world.team(id)),
      projects: projects.map(({ id }) => world.project(id)),
      artifacts: artifacts.map(({ id }) => world.artifact(id)),
      members: members.flat().map(({ id }) => world.member(id)),
      invitations: invitations.map(({ id }) => world.invitation(id)),
      tokens: tokens.map(({ id }) => world.token(id)),
      roles: roles.map(({ id }) => world.role(id)),
    },
    of: {
      users: users.map(({ id, email: address }) => [
        [...world.entriesOf(id)],
        [...world.invitationsOf(address)],
      ]),
      teams: teams.map(({ id, key }) => [
        [...world.usersIn(key)],
        [...world.entriesOf(id)],
        [...world.projectsOf(key)],
      ]),
      roles: roles.map(({ key }) => [...world.usersWith(key)]),
      projects: projects.map(({ key }) => [...world.artifactsIn(key)]),
    },
  }
}

test.each(stages.map(({ policy, world }) => [policy.name, world] as const))(
  '%s: without a change everything stays, and a change leaves the rest untouched',
  (_, world) => {
    const before = toldBy(world)
    expect(toldBy(overlay(world, []))).toEqual(before)
    const admin = userIn(world, 'admin')
    const ticked = toldBy(
      overlay(world, [{ assignment: new UserGrant({ user: admin, grant: 'any' }) }]),
    )
    const changed = JSON.stringify(ticked).replaceAll('"grants":{"any":true}', '"grants":{}')
    const same = JSON.stringify(before).replaceAll(JSON.stringify(admin.grants), '{}')
    const plain = changed.replaceAll(JSON.stringify({ ...admin.grants, any: true }), '{}')
    expect(plain).toBe(same)
  },
)

describe('a change of a person shows wherever they appear', () => {
  const world = worldOf('superannotate')
  const plain = userIn(world, 'plain')

  test.each<[AssignmentChange, Partial<UserRecord>]>([
    [
      { assignment: new OrganizationRole({ user: plain }), role: 'contributor' },
      { role: 'contributor' },
    ],
    [
      { assignment: new UserGrant({ user: plain, grant: 'explore' }) },
      { grants: { explore: true } },
    ],
  ])('%j', (change, expected) => {
    const after = overlay(world, [change])
    const changed = { ...plain, ...expected }
    expect(after.user(plain.id)).toEqual(changed)
    expect(after.user(plain.email)).toEqual(changed)
    expect([...after.users()].find(({ id }) => id === plain.id)).toEqual(changed)
    expect(world.user(plain.id)).toBe(plain)
  })

  test('several changes add up', () => {
    const after = overlay(world, [
      { assignment: new UserGrant({ user: plain, grant: 'explore' }) },
      { assignment: new UserGrant({ user: plain, grant: 'orchestrate' }) },
      { assignment: new OrganizationRole({ user: plain }), role: 'contributor' },
    ])
    const grants = { explore: true, orchestrate: true }
    expect(after.user(plain.id)).toEqual({ ...plain, role: 'contributor', grants })
    expect([...after.usersWith('contributor')].map(({ id }) => id)).toContain(plain.id)
    expect([...after.usersWith('admin')].map(({ id }) => id)).not.toContain(plain.id)
  })

  test('a resumed user is active', () => {
    const paused = userIn(world, 'paused')
    const after = overlay(world, [{ assignment: new ActiveMembership({ user: paused }) }])
    expect(after.user(paused.id)).toMatchObject({ status: 'active', paused: false })
  })

  test('a new member is in the team, with the role', () => {
    const teams = worldOf('adaptive')
    const watcher = userIn(teams, 'watcher')
    const team = found(teams.team('legacy'))
    const change: AssignmentChange = {
      assignment: new TeamRole({ user: watcher, team }),
      role: 'read-only',
    }
    const after = overlay(teams, [change])
    expect([...after.usersIn('legacy')].map(({ id }) => id)).toContain(watcher.id)
    expect([...after.usersIn('research')].map(({ id }) => id)).not.toContain(watcher.id)
    expect(after.user(watcher.id)?.teams).toEqual({ ...watcher.teams, legacy: 'read-only' })
    const readers = [...after.usersWith('read-only')].map(({ id }) => id)
    expect(readers).toContain(watcher.id)
    expect(readers).not.toContain(userIn(teams, 'admin').id)
  })
})

describe('a change of an entry', () => {
  const world = worldOf('ica')
  const project = projectIn(world, 'genomes')

  test('that exists keeps its other parts', () => {
    const user = userIn(world, 'engineer')
    const own = [...world.entriesOf(user.id)].find((entry) => entry.project === 'genomes')
    const after = overlay(world, [
      { assignment: new EntryRole({ user, project, category: 'bench' }), role: 'administrator' },
      { assignment: new EntryRight({ user, project, right: 'download' }) },
      { assignment: new EntryGrant({ user, project, grant: 'any' }) },
    ])
    const expected = {
      ...own,
      roles: { ...own?.roles, bench: 'administrator' },
      rights: [...(own?.rights ?? []), 'download'],
      grants: { any: true },
    }
    expect(after.member(own?.id ?? '')).toEqual(expected)
    expect([...after.entriesOf(user.id)].filter((one) => one.project === 'genomes')).toEqual([
      expected,
    ])
    expect([...after.membersOf('genomes')]).toHaveLength([...world.membersOf('genomes')].length)
    expect([...after.membersOf('genomes')]).toContainEqual(expected)
  })

  test('that is missing creates one, on that project and for that person alone', () => {
    const user = userIn(world, 'stranger')
    const after = overlay(world, [
      { assignment: new EntryRight({ user, project, right: 'upload' }) },
      { assignment: new EntryRole({ user, project, category: 'project' }), role: 'viewer' },
    ])
    const made = [...after.entriesOf(user.id)]
    expect(made).toHaveLength([...world.entriesOf(user.id)].length + 1)
    expect(made.at(-1)).toMatchObject({
      project: 'genomes',
      subject: { type: 'user', id: user.id },
      roles: { project: 'viewer' },
      rights: ['upload'],
      status: 'accepted',
    })
    expect([...after.membersOf('genomes')]).toContainEqual(made.at(-1))
    expect([...after.membersOf('trials')]).toEqual([...world.membersOf('trials')])
    const other = userIn(world, 'lead')
    expect([...after.entriesOf(other.id)]).toEqual([...world.entriesOf(other.id)])
  })

  test("one person's new entries on two projects are two", () => {
    const user = userIn(world, 'stranger')
    const projects = [project, projectIn(world, 'trials')]
    const after = overlay(
      world,
      projects.map((one) => ({
        assignment: new EntryRight({ user, project: one, right: 'upload' }),
      })),
    )
    const made = [...after.entriesOf(user.id)].slice(-2)
    expect(made.map((entry) => [entry.project, entry.rights])).toEqual([
      ['genomes', ['upload']],
      ['trials', ['upload']],
    ])
  })

  test("two people's new entries are two", () => {
    const people = ['stranger', 'tenant'].map((name) => userIn(world, name))
    const after = overlay(
      world,
      people.map((user) => ({ assignment: new EntryRight({ user, project, right: 'upload' }) })),
    )
    expect(people.map(({ id }) => [...after.entriesOf(id)].at(-1)?.rights)).toEqual([
      ['upload'],
      ['upload'],
    ])
  })

  test('that invites is accepted', () => {
    const entries = [...world.projects()].flatMap(({ key }) => [...world.membersOf(key)])
    const entry = found(entries.find(({ status }) => status === 'pending'))
    const user = userIn(world, 'stranger')
    const assignment = new AcceptedEntry({ user, project, entry })
    expect(overlay(world, [{ assignment }]).member(entry.id)).toEqual({
      ...entry,
      status: 'accepted',
    })
  })
})

test('features are added to the plan', () => {
  const world = worldOf('superannotate')
  const after = overlay(world, [{ assignment: new PlanFeature({ feature: 'reports' }) }])
  const { plan } = world.organization
  const features = [...plan.features, 'reports']
  expect(after.organization).toEqual({ ...world.organization, plan: { ...plan, features } })
})
