import { builtInRole } from '../scenario/load-people.ts'
import type { Platform } from '../platform/platform.ts'
import type { CompiledPolicy } from '../policy/index.ts'
import type { RoleDefinition } from '../policy/language/policy.ts'
import type { RoleRecord } from '../policy/language/records.ts'
import { isHeldIn, type RolePlace } from '../policy/world/roles.ts'
import { ConfigurationError } from '../shared/configuration-error.ts'
import { misfits } from '../snapshot/misfits.ts'
import { recordsOf } from '../snapshot/take.ts'
import type { Store } from '../state/store.ts'
import { checkSettings } from './check-settings.ts'
import { forkOf } from '../platform/fork.ts'

/** The most misfits that a refusal names. */
const mostNamed = 5

/**
 * The same platform under another policy, which brings its built-in roles and teams.
 *
 * @throws {@link ConfigurationError} if the state does not fit it: the message names what does not.
 */
export function underPolicy(platform: Platform, compiled: CompiledPolicy): Platform {
  const fork: Platform = { ...forkOf(platform), compiled }
  const { store, world } = fork
  const { policy } = compiled
  store.transaction(
    () => {
      replaceRoles(store, compiled)
      replaceTeams(store, compiled)
    },
    () => true,
  )
  const wrong = [...misfits(recordsOf(store), policy)].map(
    ({ at, of, text }) => `${at}${of === undefined ? '' : ` (${of})`} ${text}`,
  )
  if (wrong.length > 0) {
    const more = wrong.length - mostNamed
    throw new ConfigurationError(
      `Policy ${policy.name} does not fit the state: ${wrong.slice(0, mostNamed).join(' ')}${more > 0 ? ` And ${more} more.` : ''}`,
    )
  }
  checkSettings(policy, store.settings, world)
  return fork
}

function replaceRoles(store: Store, { policy }: CompiledPolicy): void {
  const { roles } = store.tables
  const former = [...roles].filter(({ builtIn }) => builtIn)
  const kept = new Set<RoleRecord>()
  for (const definition of policy.roles) {
    const before = former.find((role) => isSame(role, definition))
    if (before !== undefined) kept.add(before)
    const { id, sequence, createdAt } = before ?? store.birth('role')
    roles.put({ id, sequence, createdAt, ...builtInRole(policy, definition) })
  }
  for (const role of former) if (!kept.has(role)) roles.delete(role.id)
}

const isSame = (role: RoleRecord, definition: RoleDefinition): boolean =>
  role.key === definition.key && isHeldIn(role, placeOf(definition))

const placeOf = ({ scope, category = 'project' }: RoleDefinition): RolePlace =>
  scope === 'project' ? { scope, category } : { scope }

/** Adds the policy's teams. A reserved team of the former policy becomes an ordinary one. */
function replaceTeams(store: Store, { policy }: CompiledPolicy): void {
  const { teams } = store.tables
  for (const team of [...teams]) {
    const builtIn = policy.teams.some(({ key }) => key === team.key)
    if (team.builtIn !== builtIn) teams.put({ ...team, builtIn })
  }
  for (const { key, name = key } of policy.teams) {
    if (teams.byKey(key) !== undefined) continue
    teams.put({ ...store.birth('team'), key, name, builtIn: true })
  }
}
