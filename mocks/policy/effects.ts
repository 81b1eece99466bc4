import type { Call, Things } from './call.ts'
import { fact, holds } from './facts.ts'
import type { Effect, Policy } from './policy.ts'
import type { UserRecord, World } from './world.ts'

/** The first sign-in of somebody unknown. */
export interface SignUp {
  operation: 'sign_up'
  user: UserRecord
}

/** What a change brings with it, for the store to carry out. */
export type EffectChange =
  | { kind: 'join'; user: string; team: string; role: string }
  | { kind: 'entry'; project: string; team: string; isOwner: boolean }

type Source = { field: string } | { key: string }

/** What else the event does, in order. `things` are those that the event itself made or changed. */
export const effectsOf = (
  policy: Policy,
  world: World,
  event: Call | SignUp,
  things: Things,
): readonly EffectChange[] => {
  const input = 'input' in event ? event.input : undefined
  const context = { world, things, input }
  const valueOf = (source: Source): string | undefined => {
    if ('key' in source) return source.key
    const value = fact(context, source.field)
    return typeof value === 'string' ? value : undefined
  }
  const carriedOut = (effect: Effect['do']): EffectChange[] => {
    if ('joinTeam' in effect) {
      const { user } = things
      const team = valueOf(effect.joinTeam)
      const role = valueOf(effect.role)
      if (typeof user !== 'object' || team === undefined || role === undefined) return []
      return [{ kind: 'join', user: user.id, team, role }]
    }
    const { project } = things
    const team = valueOf(effect.addEntry.team)
    if (typeof project !== 'object' || team === undefined) return []
    return [{ kind: 'entry', project: project.key, team, isOwner: effect.isOwner }]
  }
  return policy.effects
    .filter(({ on, when }) => on.includes(event.operation) && (!when || holds(context, when)))
    .flatMap((effect) => carriedOut(effect.do))
}
