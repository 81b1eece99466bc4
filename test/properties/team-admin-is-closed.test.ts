/**
 * Law: nobody outside team admin ever changes its members, their roles there, or the permissions of
 * those roles.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs, timeout } from './runs.ts'
import { callsOn } from './support/calls.ts'
import { type Stage, stageNamed } from './support/stage.ts'
import { become, worldsOn } from './support/worlds.ts'

/** The members of team admin, their roles, and the permissions of those roles. */
function adminTeam({ world }: Stage): unknown {
  const held = [...world.usersIn('admin')].map(({ id, status, teams }) => [id, status, teams.admin])
  const roles = [...world.usersIn('admin')].map(({ teams }) => world.role(teams.admin ?? ''))
  return { held, contents: roles.map((role) => [role?.key, role?.permissions]) }
}

test(
  'on adaptive, whatever calls outsiders make',
  () => {
    const stage = stageNamed('adaptive')
    const { changing, by } = callsOn(stage)
    const steps = fc.array(fc.record({ person: by, call: changing }), {
      minLength: 4,
      maxLength: 12,
    })
    fc.assert(
      fc.property(worldsOn(stage), steps, (world, sequence) => {
        stage.trial(() => {
          become(stage, world)
          const before = adminTeam(stage)
          for (const { person, call } of sequence) {
            if (Object.hasOwn(stage.world.user(person)?.teams ?? {}, 'admin')) continue
            stage.send(person, call)
            expect(adminTeam(stage)).toEqual(before)
          }
        })
      }),
      runs(),
    )
  },
  timeout,
)
