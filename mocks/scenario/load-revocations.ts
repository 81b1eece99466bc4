import { grantIn, type Loading, named } from './loading.ts'
import type { ScenarioUser } from '../policies/scenario.ts'
import { stepsInto } from '../shared/json-pointer.ts'

/** Loads the grants that were unticked again, each since an artifact of the scenario. */
export function loadRevocations(
  loading: Loading,
  { email, revoked }: ScenarioUser,
  at: string,
): void {
  const { store, world } = loading
  const user = world.user(email)
  if (user === undefined || revoked === undefined) return
  const artifacts = new Map([...store.tables.artifacts].map((one) => [one.name, one]))
  const since = Object.entries(revoked).map(([grant, name]): [string, number] => {
    const place = `${at}${stepsInto('revoked', grant)}`
    grantIn(loading, 'organization', grant, place)
    const { sequence } = named(loading, 'artifact', name, artifacts.get(name), place)
    return [grant, sequence]
  })
  store.tables.users.put({ ...user, revoked: Object.fromEntries(since) })
}
