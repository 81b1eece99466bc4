/**
 * Law: a repeat by Idempotency-Key is about the things that were called. Once one of them has ended,
 * another thing under its key changes no byte of the repeat, and is not changed by it, whether the
 * caller sees it or not.
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

/** What has a key or an address that can be used again, and how it ends. */
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

/** Every text in a value, the names of its keys too. */
const textsIn = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : isRecord(value)
      ? Object.entries(value).flat().flatMap(textsIn)
      : []

/** What the call names that has a key, by that key or not. */
const namedBy = ({ world }: Stage, { args }: Sent): readonly Named[] =>
  args.flatMap(textsIn).flatMap((text) =>
    Object.keys(keyed).flatMap((type): Named[] => {
      const thing = isKeyed(type) ? world[type](text) : undefined
      if (thing === undefined || !isKeyed(type)) return []
      return [{ type, id: thing.id, key: 'email' in thing ? thing.email : thing.key }]
    }),
  )

/** Calls that make another thing with the key. */
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
    'another thing under the key of what has ended makes no difference to a repeat',
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

/** Does the work with each thing that some people can make under the key, if it is free. */
function useAgain(stage: Stage, one: Named, nth: number, work: () => void): void {
  if (stage.world[one.type](one.key) !== undefined) return
  for (const { email } of [...stage.world.users()].filter((_, at) => at % 3 === nth % 3)) {
    for (const call of callsFor(stage, one)) {
      // Unlike a trial, it undoes nothing of what is logged: the answer to repeat is kept there.
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
