import { type Loading, named } from './loading.ts'
import type { ScenarioUser } from './scenario.ts'

/** Grants that were unticked in the middle of what the scenario lists. */
export function loadRevocations(loading: Loading, { email, revoked }: ScenarioUser): void {
  const { store, world, compiled } = loading
  const user = world.user(email)
  if (user === undefined || revoked === undefined) return
  const at = `users.${email}.revoked`
  const artifacts = new Map([...store.tables.artifacts].map((one) => [one.name, one]))
  const { grants } = compiled.policy
  const since = Object.entries(revoked).map(([grant, name]): [string, number] => {
    named(loading, 'grant', grant, Object.hasOwn(grants, grant) ? grants[grant] : undefined, at)
    const { sequence } = named(loading, 'artifact', name, artifacts.get(name), `${at}.${grant}`)
    return [grant, sequence]
  })
  store.tables.users.put({ ...user, revoked: Object.fromEntries(since) })
}
