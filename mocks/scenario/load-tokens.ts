import { makeToken } from '../operations/make-token.ts'
import { born, type Loading, named } from './loading.ts'
import type { ScenarioToken } from './scenario.ts'

/** A token that its creator made before anybody called. */
export function loadToken(loading: Loading, { name, creator: reference }: ScenarioToken): void {
  const { store, world } = loading
  const creator = named(loading, 'user', reference, world.user(reference), `tokens.${name}.creator`)
  makeToken(store, born(loading, 'token'), { name, creator })
}
