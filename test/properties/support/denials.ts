import fc, { type Arbitrary } from 'fast-check'
import type { Alternative, Decision } from '../../../src/index.ts'
import { callsOn } from './calls.ts'
import { type Sent, sentOf, succeeded } from './send.ts'
import type { Stage } from './stage.ts'
import { become, type World, worldsOn } from './worlds.ts'

/** A call that is denied. */
export interface Denied {
  by: string
  call: Sent
  decision: Decision
}

/** A world, and calls of which some are denied. */
export interface Tried {
  world: World
  calls: readonly { by: string; call: Sent }[]
}

/** Calls tried in each world; the first that is denied is the case, and hardly ever is there none. */
export const triesOn = (stage: Stage): Arbitrary<Tried> => {
  const { any, by } = callsOn(stage)
  return fc.record({
    world: worldsOn(stage),
    calls: fc.array(fc.record({ by, call: any }), { minLength: 6, maxLength: 6 }),
  })
}

/** Runs the law on the first denial, in its world. */
export function onDenial(
  stage: Stage,
  { world, calls }: Tried,
  law: (denied: Denied) => void,
): void {
  stage.trial(() => {
    become(stage, world)
    for (const { by, call } of calls) {
      const { status, json } = stage.trial(() => stage.send(by, call))
      const { decision, code } = json
      if (status !== 403 || !decision || code === 'operation_not_offered') continue
      law({ by, call, decision })
      return
    }
  })
}

/** Runs the calls, each as the first who may. Whether all succeed. */
export const runAll = (stage: Stage, calls: Alternative['calls']): boolean =>
  calls.every((remedy) => succeeded(stage.send(remedy.by[0] ?? '', sentOf(remedy))))
