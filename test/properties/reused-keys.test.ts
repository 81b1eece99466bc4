/**
 * Law: a replay by Idempotency-Key is about the resources of the first call. Once one of them has ended,
 * a new resource under its key changes no byte of the replay, and is not changed by it, visible to the
 * caller or not.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contract } from '../../mocks/generated/contract.ts'
import { resourceOf, type UserRecord } from '../../mocks/policy/index.ts'
import { isRecord } from '../../src/core/base/kind-of.ts'
import { runs, timeout } from './runs.ts'
import { callsOn } from './support/calls.ts'
import { mayMake, sendAsAnyone } from './support/people.ts'
import { type Answered, type Sent, succeeded } from './support/send.ts'
import { type Stage, stages } from './support/stage.ts'
import { become, worldsOn } from './support/worlds.ts'

const cases = 400

/** Resources with reusable keys or addresses, and how they end. */
const keyed = {
  project: 'projects.delete',
  team: 'teams.delete',
  role: 'roles.delete',
  user: 'users.remove',
} as const
type Keyed = keyof typeof keyed

interface Named {
  readonly type: Keyed
  readonly id: string
  readonly key: string
}

const isKeyed = (type: string): type is Keyed => Object.hasOwn(keyed, type)

/** Every text in a value, including keys. */
const textsIn = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : isRecord(value)
      ? Object.entries(value).flat().flatMap(textsIn)
      : []

/** The resources of the call that have a key, named by it or not. */
const namedBy = ({ world }: Stage, { args }: Sent): readonly Named[] =>
  args.flatMap(textsIn).flatMap((text) =>
    Object.keys(keyed).flatMap((type): Named[] => {
      const thing = isKeyed(type) ? world[type](text) : undefined
      if (thing === undefined || !isKeyed(type)) return []
      return [{ type, id: thing.id, key: 'email' in thing ? thing.email : thing.key }]
    }),
  )

/** Calls that create a resource with the key. */
const callsFor = ({ world }: Stage, { type, key }: Named): readonly Sent[] => {
  switch (type) {
    case 'team':
      return [{ operation: 'teams.create', args: [{ key }] }]
    case 'user':
      return [{ operation: 'users.create', args: [{ email: key }] }]
    case 'role':
      return [{ operation: 'roles.create', args: [{ key, permissions: [] }] }]
    case 'project':
      return [{}, { private: true }, ...[...world.teams()].map((team) => ({ team: team.key }))].map(
        (more) => ({ operation: 'projects.create', args: [{ key, ...more }] }),
      )
  }
}

/** The answer without the id of its request. */
const bytesOf = ({ status, body }: Answered): string =>
  `${status} ${body.replace(/"instance":"[^"]*"/, '')}`

describe.each(stages)('on $policy.name', (stage) => {
  const { changing } = callsOn(stage)
  const given = fc.record({
    world: worldsOn(stage, { maxLength: 3 }),
    call: changing.filter(({ operation }) => contract[operation].idempotent === true),
    nth: fc.nat({ max: 20 }),
    after: worldsOn(stage, { maxLength: 2 }),
  })
  const seen = { hidden: 0, visible: 0 }

  test(
    'a new resource under the key makes no difference to a replay',
    () => {
      fc.assert(
        fc.property(given, ({ world, call, nth, after }) => {
          stage.trial(() => {
            become(stage, world)
            const able = [...stage.world.users()].filter((user) => mayMake(stage, user, call))
            const by = able[nth % able.length]
            if (by === undefined) return
            const send = () => stage.send(by.email, { ...call, idempotencyKey: 'once' })
            const before = namedBy(stage, call)
            if (!succeeded(send())) return
            const named = [...before, ...namedBy(stage, call)].filter(({ id }) => id !== by.id)
            become(stage, after)
            for (const { type, id } of named) {
              sendAsAnyone(stage, { operation: keyed[type], args: [id] })
            }
            const free = bytesOf(send())
            for (const one of named) {
              useAgain(stage, one, nth, () => {
                seen[isSeenBy(stage, by, one) ? 'visible' : 'hidden'] += 1
                const state = stage.state()
                expect(bytesOf(send())).toBe(free)
                expect(stage.state()).toBe(state)
              })
            }
          })
        }),
        runs({ cases, least: cases / 2 }),
      )
      expect(seen.visible).toBeGreaterThan(0)
      const mayHide = stage.policy.visibility.project !== undefined
      expect(seen.hidden > 0).toBe(mayHide)
    },
    timeout,
  )
})

/** Runs the work with each new resource under the key that some user can create, if the key is free. */
function useAgain(stage: Stage, one: Named, nth: number, work: () => void): void {
  if (stage.world[one.type](one.key) !== undefined) return
  for (const { email } of [...stage.world.users()].filter((_, at) => at % 3 === nth % 3)) {
    for (const call of callsFor(stage, one)) {
      // Unlike a trial, it keeps the log: the stored answer is there.
      stage.store.transaction(
        () => {
          if (succeeded(stage.send(email, call))) work()
        },
        () => false,
      )
    }
  }
}

function isSeenBy({ world, compiled }: Stage, by: UserRecord, { type, key }: Named): boolean {
  const resources = resourceOf(world, type, key)?.resources ?? {}
  return compiled.sees(world, world.user(by.id) ?? by, resources)
}
