/** Law: no part of a remedy is enough, no lesser role is enough, and smaller remedies come first. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Alternative, RemedyCall } from '../../src/index.ts'
import { isRecord } from '../../src/core/base/kind-of.ts'
import { runs, shared, timeout } from './runs.ts'
import { type Denied, denials, onDenial, runAll } from './support/denials.ts'
import { slotsOf } from './support/slots.ts'
import { everyStage, type Stage } from './support/stage.ts'

type Calls = Alternative['calls']

/** Whether the calls can be run, and lead past the denial, whatever the reader may not know. */
const isEnough = (stage: Stage, denied: Denied, calls: Calls): boolean => {
  const leadsPast = (): boolean => stage.trial(() => runAll(stage, calls) && denied.isPast())
  return (
    leadsPast() &&
    denied.lookalikes().every((other) =>
      stage.trial(() => {
        stage.store.tables.users.put(other)
        return leadsPast()
      }),
    )
  )
}

/** The body without one of its changes, in every way; parts already held do not count. */
function lessOf(body: unknown, held: readonly unknown[]): readonly unknown[] {
  if (!isRecord(body)) return []
  return Object.entries(body).flatMap(([key, value]) => {
    if (key === 'subject') return []
    if (Array.isArray(value) && value.length > 1) {
      const asked = value.filter((item) => !held.includes(item))
      return asked.map((dropped) => ({ ...body, [key]: value.filter((item) => item !== dropped) }))
    }
    const { [key]: _, ...rest } = body
    const without = Object.keys(rest).some((left) => left !== 'subject') ? [rest] : []
    const inner = isRecord(value) && Object.keys(value).length > 1 ? lessOf(value, held) : []
    return [...without, ...inner.map((part) => ({ ...body, [key]: part }))]
  })
}

/** The calls with less of one, or without it. */
const partsOf = ({ world }: Stage, calls: Calls): readonly Calls[] =>
  calls.flatMap((call, index) => {
    const { rights = [] } = world.member(String(call.args[1])) ?? {}
    const held = [...rights, ...world.organization.plan.features]
    const others = (replaced: readonly RemedyCall[]): Calls =>
      calls.toSpliced(index, 1, ...replaced)
    const less = lessOf(call.args.at(-1), held).map((body) => ({
      ...call,
      args: [...call.args.slice(0, -1), body],
    }))
    return [others([]), ...less.map((part) => others([part]))]
  })

/** A single role given, with the lesser roles that might be enough. */
function lesserOf(stage: Stage, denied: Denied, calls: Calls): readonly Calls[] {
  const [only, ...more] = calls
  const [slot, ...others] = only ? slotsOf(stage.world, only) : []
  if (!only || !slot?.role || more.length > 0 || others.length > 0) return []
  const { role: given, place } = slot
  const reach = (key: string): number | undefined =>
    [...stage.store.tables.roles.where('key', key)].find((role) => place(role))?.permissions.length
  const most = reach(given) ?? 0
  const lesser = [...stage.store.tables.roles].filter(
    (role) =>
      place(role) &&
      role.assignable &&
      role.permissions.length < most &&
      // A role hidden from the reader is not offered, even if it is enough.
      denied.mayDisclose(role, slot.name),
  )
  return lesser.map(({ key }) => {
    const body = JSON.stringify(only.args.at(-1)).replace(
      `:${JSON.stringify(given)}`,
      `:${JSON.stringify(key)}`,
    )
    return [{ ...only, args: [...only.args.slice(0, -1), JSON.parse(body)] }]
  })
}

describe.each(everyStage)('on $name', ({ stage }) => {
  test.each(denials)(
    'for $what nothing less is enough',
    ({ triesOn }) => {
      fc.assert(
        fc.property(triesOn(stage), (tried) => {
          onDenial(stage, tried, (denied) => {
            const { alternatives } = denied.decision
            const sizes = alternatives.map(({ missing }) => missing.length)
            expect(sizes).toEqual(sizes.toSorted((one, other) => one - other))
            for (const { calls } of alternatives) {
              for (const less of [...partsOf(stage, calls), ...lesserOf(stage, denied, calls)]) {
                expect(isEnough(stage, denied, less), `${JSON.stringify(less)} is enough`).toBe(
                  false,
                )
              }
            }
          })
        }),
        runs({ cases: shared }),
      )
    },
    timeout,
  )
})
