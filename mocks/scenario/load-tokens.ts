import { operationsOn } from '../generated/contract.ts'
import { makeToken } from '../state/tokens.ts'
import { carryOutEffect } from '../state/effects.ts'
import { born, type Loading, named } from './loading.ts'
import type { ScenarioToken } from '../policies/scenario.ts'

/** Loads a token as if its creator had called tokens.create, with its effects. */
export function loadToken(
  loading: Loading,
  { name, creator: reference }: ScenarioToken,
  at: string,
): void {
  const { store, world, compiled } = loading
  const creator = named(loading, 'user', reference, world.user(reference), `${at}.creator`)
  const token = makeToken(store, born(loading, 'token'), { name, creator })
  const call = compiled.bind(world, creator, operationsOn.token.create, [{ name }])
  for (const effect of compiled.effects(world, call, { ...call.resources, token })) {
    carryOutEffect(store, world, effect)
  }
}
