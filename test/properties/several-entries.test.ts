/**
 * Law: several entries that match one person give the maximum of each category; where roles do not mix,
 * each path counts alone.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { resourceOf, type UserRecord } from '../../mocks/policy/index.ts'
import { runs, shared, timeout } from './runs.ts'
import { callsOn } from './support/calls.ts'
import { enter, entriesOn, type EntryGain } from './support/further-rights.ts'
import { namesOn } from './support/names.ts'
import { type Stage, stages } from './support/stage.ts'
import { become, worldsOn } from './support/worlds.ts'

/** Removes every entry of the project that matches the person. */
function clear({ store, world }: Stage, { id, email, teams }: UserRecord, project: string): void {
  const matching = new Set([id, email, ...Object.keys(teams).map((key) => world.team(key)?.id)])
  for (const entry of [...world.membersOf(project)]) {
    if (matching.has(entry.subject.id)) store.tables.members.delete(entry.id)
  }
}

/** The higher of two roles of one category: it allows all that the lower one allows. */
function higher({ store }: Stage, category: string, one: string, other: string): string {
  const reach = (key: string): number =>
    [...store.tables.roles.where('key', key)].find(
      (role) => role.scope === 'project' && (role.category ?? 'project') === category,
    )?.permissions.length ?? 0
  return reach(other) > reach(one) ? other : one
}

/** One entry with the highest role of each category, and every right of any. */
function merged(stage: Stage, entries: readonly EntryGain[]): EntryGain | undefined {
  const [first, ...rest] = entries
  return (
    first &&
    rest.reduce<EntryGain>(
      (sum, { roles, rights }) => {
        const both = { ...sum.roles }
        for (const [category, role] of Object.entries(roles)) {
          const held = both[category]
          both[category] = held === undefined ? role : higher(stage, category, held, role)
        }
        return { ...sum, roles: both, rights: [...new Set([...sum.rights, ...rights])] }
      },
      { ...first, of: 'user' },
    )
  )
}

/** The policy's own actions that the person may do in the project and on its contents. */
function allowedWith(
  stage: Stage,
  by: UserRecord,
  project: string,
  entries: readonly EntryGain[],
): ReadonlySet<string> {
  const { compiled, world } = stage
  return stage.trial(() => {
    for (const entry of entries) enter(stage, by, entry)
    const resources = [
      resourceOf(world, 'project', project),
      ...[...world.artifactsIn(project)]
        .slice(0, 2)
        .map(({ id }) => resourceOf(world, 'artifact', id)),
    ]
    const allowed = new Set(
      resources.flatMap((thing, index) =>
        thing
          ? compiled
              .allowedActions(world, by, thing)
              .filter(({ outcome }) => outcome === 'yes')
              .map(({ action }) => `${index} ${action}`)
          : [],
      ),
    )
    if (stage.policy.sources.project.combine === 'each') return allowed
    // An action with several requirements shows whether they may be met by several entries.
    for (const { id } of [...world.artifactsIn(project)].slice(0, 4)) {
      const move = compiled.bind(world, by, 'artifacts.move', [id, { project }])
      if (compiled.decide(world, move) === 'yes') allowed.add(`${id} moved to where it is`)
    }
    return allowed
  })
}

const withEntries = stages.flatMap((stage) => {
  const [entry] = entriesOn(stage)
  return entry ? [{ name: stage.policy.name, stage, entry }] : []
})

describe.each(withEntries)('on $name', ({ stage, entry }) => {
  const { combine } = stage.policy.sources.project
  const { by } = callsOn(stage)
  const entries = entry.chain(({ project }) =>
    fc.uniqueArray(
      entry.map((one) => ({ ...one, project })),
      { minLength: 2, maxLength: 4, selector: ({ of }) => JSON.stringify(of) },
    ),
  )

  test(
    'together they allow what each alone allows, or one entry with the highest of each',
    () => {
      fc.assert(
        fc.property(worldsOn(stage), by, entries, (world, person, given) => {
          stage.trial(() => {
            become(stage, world)
            const user = stage.world.user(person)
            const [{ project } = { project: '' }] = given
            if (!user || !stage.world.project(project)) return
            const some = given.filter(
              ({ of }) => typeof of === 'string' || stage.world.team(of.team),
            )
            // A user with an entry through a team is in it, with any role.
            const teamRoles = namesOn(stage).roles.team ?? []
            const joined = some.flatMap(({ of, roles }, index) => {
              const role = roles.project ?? ''
              const [any = ''] = teamRoles.slice(index)
              if (typeof of === 'string') return []
              return [[of.team, teamRoles.includes(role) ? role : any] as const]
            })
            const member = stage.store.tables.users.put({
              ...user,
              teams: { ...user.teams, ...Object.fromEntries(joined) },
            })
            clear(stage, member, project)
            const together = allowedWith(stage, member, project, some)
            if (combine === 'each') {
              const alone = some.map((one) => allowedWith(stage, member, project, [one]))
              expect(together).toEqual(new Set(alone.flatMap((set) => [...set])))
            } else {
              const one = merged(stage, some)
              expect(together).toEqual(allowedWith(stage, member, project, one ? [one] : []))
            }
          })
        }),
        runs({ cases: shared }),
      )
    },
    timeout,
  )
})
