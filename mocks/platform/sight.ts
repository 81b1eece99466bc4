import { lowerCase } from '../shared/lower-case.ts'
import { isRecord } from '../../src/core/base/kind-of.ts'
import type { Call } from '../policy/call/call.ts'
import { keptByState } from '../policy/world/kept.ts'
import { seenWorld } from '../policy/world/seen-world.ts'
import {
  type NamedType,
  namedTypes,
  resourceOf,
  resourcesOfType,
} from '../policy/world/resources.ts'
import { hiddenReferences } from '../policy/call/without-unseen.ts'
import type { UserRecord } from '../policy/language/records.ts'
import { isEnforcementPoint } from '../policy/world/enforcement-point.ts'
import type { Platform } from './platform.ts'

/**
 * The platform as `asker` sees it, for a question about somebody else: what is hidden from them does
 * not exist there. About themselves it is the whole one, in which their calls are made, and so it is
 * for an enforcement point.
 */
export const inSightOf = (platform: Platform, subject: UserRecord, asker: UserRecord): Platform =>
  sightOf(platform, subject, asker)?.platform ?? platform

/**
 * Readies the store for a rehearsal by `subject` that `asker` is told of, in a transaction that is not
 * kept: hidden resources free the names that the call may give to new ones.
 */
export function hideNames(
  platform: Platform,
  subject: UserRecord,
  asker: UserRecord,
  args: readonly unknown[],
): void {
  const sight = sightOf(platform, subject, asker)
  if (sight === undefined) return
  // What is hidden is settled before anything changes: what the call makes or changes is not hidden by it.
  sight.settle()
  const { projects, members, teams, users } = platform.store.tables
  for (const name of textsIn(args)) {
    const project = projects.byKey(name) ?? projects.get(name)
    if (project) {
      const isHidden = sight.hides('project', project)
      for (const entry of [...members.where('project', project.key)]) {
        if (isHidden || sight.hides('member', entry)) members.delete(entry.id)
      }
      if (isHidden) projects.delete(project.id)
    }
    const team = teams.byKey(name)
    if (team && sight.hides('team', team)) teams.delete(team.id)
    const user = users.byKey(lowerCase(name))
    if (user && sight.hides('user', user)) users.delete(user.id)
  }
}

/**
 * Takes away what the call's body names and its caller may not see, in a transaction that is not kept:
 * what would help is tried as if it did not exist, since nobody is told whether it does.
 */
export function hideUnseen({ compiled, store, world }: Platform, call: Call): void {
  const { members, projects } = store.tables
  for (const { type, id } of hiddenReferences(compiled.policy, world, call)) {
    const key = type === 'project' ? projects.get(id)?.key : undefined
    if (key !== undefined) {
      for (const entry of [...members.where('project', key)]) members.delete(entry.id)
    }
    store.byType[type].delete(id)
  }
}

/**
 * Nobody holds anything by one of these, so that leaving one out changes nothing else: it is hidden
 * already where it is missing from lists. Everything else is hidden where getting it answers 404.
 */
const bearsNothing: ReadonlySet<NamedType> = new Set(['artifact', 'invitation', 'token'])

/** What somebody sees of a platform in one state. */
class Sight {
  readonly platform: Platform
  readonly #whole: Platform
  readonly #asker: UserRecord
  readonly #hidden = new Map<string, boolean>()
  readonly #states = new WeakMap<object, object>()
  #isSettled = false

  constructor(whole: Platform, asker: UserRecord) {
    this.#whole = whole
    this.#asker = asker
    const hides = (type: NamedType, record: { readonly id: string }) => this.hides(type, record)
    this.platform = { ...whole, world: seenWorld(whole.world, () => this.#state(), hides) }
  }

  hides(type: NamedType, { id }: { readonly id: string }): boolean {
    const known = this.#hidden.get(id)
    if (known !== undefined || this.#isSettled || !this.#mayHide(type)) return known ?? false
    const hidden = this.#isHidden(type, id)
    this.#hidden.set(id, hidden)
    return hidden
  }

  /** Looks at everything there is. What comes later is not hidden. */
  settle(): void {
    for (const type of namedTypes) {
      if (!this.#mayHide(type)) continue
      for (const { resources } of resourcesOfType(this.#whole.world, type)) {
        const resource = resources[type]
        if (typeof resource === 'object') this.hides(type, resource)
      }
    }
    this.#isSettled = true
  }

  #mayHide(type: NamedType): boolean {
    if (bearsNothing.has(type)) return true
    const { visibility } = this.#whole.compiled.policy
    // An entry is hidden with its project, unless it has a rule of its own.
    return (visibility[type] ?? (type === 'member' ? visibility.project : undefined)) !== undefined
  }

  #isHidden(type: NamedType, id: string): boolean {
    const { compiled, world } = this.#whole
    const resources = resourceOf(world, type, id)?.resources
    if (resources === undefined || !compiled.sees(world, this.#asker, resources)) return true
    return bearsNothing.has(type) && !compiled.finds(world, this.#asker, { type, id })
  }

  /** Another object than the whole world's, since other things follow from it. */
  #state(): object {
    const { state } = this.#whole.world
    const known = this.#states.get(state) ?? {}
    this.#states.set(state, known)
    return known
  }
}

const sightsByState = keptByState(() => new Map<string, Sight>())

function sightOf(platform: Platform, subject: UserRecord, asker: UserRecord): Sight | undefined {
  if (subject.id === asker.id || isEnforcementPoint(asker)) return undefined
  const sights = sightsByState(platform.world)
  const sight = sights.get(asker.id) ?? new Sight(platform, asker)
  sights.set(asker.id, sight)
  return sight
}

/** Every text in a value, the names of its keys too. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(textsIn)
  return isRecord(value) ? Object.entries(value).flat().flatMap(textsIn) : []
}
