/**
 * Law: ticking a grant and unticking it again restores the earlier state, except for resources created
 * in between.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { resourcesIn } from '../../mocks/policy-diff/resources.ts'
import { runs, timeout } from './runs.ts'
import { callsOn } from './support/calls.ts'
import { type Sent, succeeded } from './support/send.ts'
import { type Stage, stages } from './support/stage.ts'
import { become, worldsOn } from './support/worlds.ts'

/** The person's actions in the organization, on each project and on each artifact. */
function powers({ compiled, world }: Stage, by: string): ReadonlyMap<string, readonly string[]> {
  const actor = world.user(by)
  const organization = { type: 'organization' as const, resources: {} }
  const work = resourcesIn(world).filter(({ type }) => type === 'project' || type === 'artifact')
  const resources = [{ name: 'organization', resource: organization }, ...work]
  return new Map(
    resources.map(({ name, resource }) => [
      `${resource.type} ${name}`,
      actor
        ? compiled
            .allowedActions(world, actor, resource)
            .flatMap(({ action, outcome }) => (outcome === 'yes' ? [action] : []))
        : [],
    ]),
  )
}

/** Leftovers of a grant for resources from before its unticking. */
const staysOf = ({ policy }: Stage, grant: string): ReadonlySet<string> =>
  new Set(policy.roles.flatMap(({ afterRevocation = {} }) => afterRevocation[grant] ?? []))

const made = (name: string): Sent => ({
  operation: 'artifacts.create',
  args: [{ kind: 'training_run', name }],
})

const withGrants = stages.filter(({ policy }) => Object.keys(policy.grants).length > 0)

describe.each(withGrants)('on $policy.name', (stage) => {
  const { by } = callsOn(stage)
  const grant = fc.constantFrom(...Object.keys(stage.policy.grants))
  const owner = 'admin@acme.test'
  const tick = (stage_: Stage, person: string, box: string, value: true | null): boolean =>
    succeeded(
      stage_.send(owner, {
        operation: 'users.update',
        args: [person, { grants: { [box]: value } }],
      }),
    )

  test(
    "a member's, except that earlier runs stay visible",
    () => {
      // Calls in between create resources, and change nobody's own position.
      const between = fc.array(fc.constantFrom('one', 'two', 'three'), { maxLength: 3 })
      const admins = fc.constantFrom('granted@acme.test', 'revoked@acme.test', 'plain@acme.test')
      const person = fc.oneof({ weight: 4, arbitrary: admins }, by)
      fc.assert(
        fc.property(worldsOn(stage), person, grant, between, (world, admin, box, names) => {
          stage.trial(() => {
            become(stage, world)
            const user = stage.world.user(admin)
            if (!user || Object.hasOwn(user.grants, box)) return
            // One run from before the grant, by anybody.
            stage.send(owner, made('before'))
            const before = powers(stage, admin)
            if (!tick(stage, admin, box, true)) return
            for (const name of names) stage.send(owner, made(name))
            const granted = powers(stage, admin).get('artifact training_run before') ?? []
            expect(tick(stage, admin, box, null)).toBe(true)
            stage.send(owner, made('after'))
            const stays = staysOf(stage, box)
            const now = powers(stage, admin)
            for (const [resource, actions] of before) {
              // Actions in the organization may be asked about any visible resource.
              const had = [...actions, ...(before.get('organization organization') ?? [])]
              const gained = (now.get(resource) ?? []).filter((action) => !had.includes(action))
              expect(now.get(resource)).toEqual(expect.arrayContaining([...actions]))
              // Every run from before the unticking stays visible (SA-08).
              const kept = gained.filter(
                (action) => !stays.has(action) && action !== 'artifacts.get',
              )
              expect(kept, resource).toEqual([])
              if (!resource.startsWith('artifact')) expect(gained, resource).toEqual([])
            }
            // A paused user sees none, granted or not.
            const seen = granted.filter((action) => action === 'artifacts.get')
            const actionsOn = (run: string) => now.get(`artifact training_run ${run}`) ?? []
            if (stays.size === 0) return
            expect(actionsOn('before')).toEqual(expect.arrayContaining(seen))
            expect(actionsOn('after')).not.toContain('artifacts.get')
          })
        }),
        runs(),
      )
    },
    timeout,
  )

  test(
    "an entry's, wholly",
    () => {
      const entries = [...stage.store.tables.members]
      const entry = fc.constantFrom(...entries.map(({ project, id }) => [project, id] as const))
      fc.assert(
        fc.property(worldsOn(stage), entry, grant, (world, path, box) => {
          stage.trial(() => {
            become(stage, world)
            const member = stage.world.member(path[1])
            if (!member || Object.hasOwn(member.grants ?? {}, box)) return
            const person = stage.world.user(member.subject.id)?.email ?? ''
            const update = (value: true | null): boolean =>
              succeeded(
                stage.send(owner, {
                  operation: 'projects.members.update',
                  args: [...path, { grants: { [box]: value } }],
                }),
              )
            const before = powers(stage, person)
            if (!update(true)) return
            stage.send(owner, {
              operation: 'artifacts.create',
              args: [{ kind: 'dataset', name: 'between', project: path[0] }],
            })
            expect(update(null)).toBe(true)
            const now = powers(stage, person)
            for (const [resource, actions] of before)
              expect(now.get(resource), resource).toEqual(actions)
          })
        }),
        runs(),
      )
    },
    timeout,
  )
})
