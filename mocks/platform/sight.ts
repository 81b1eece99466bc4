import { lowerCase } from '../shared/lower-case.ts'
import { isRecord } from '../../src/core/base/kind-of.ts'
import type { Call } from '../policy/call/call.ts'
import { perState } from '../policy/world/per-state.ts'
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
 * The platform for a question about somebody else: resources hidden from the asker do not exist in it.
 * For a question about oneself, and for an enforcement point, it is the whole platform.
 */
export const inSightOf = (platform: Platform, subject: UserRecord, asker: UserRecord): Platform =>
  sightOf(platform, subject, asker)?.platform ?? platform

/**
 * Deletes resources that are hidden from the asker and have a name in the arguments, so that a rehearsal
 * may use the name. Call it in a transaction that is not kept.
 */
export function hideNames(
  platform: Platform,
  subject: UserRecord,
  asker: UserRecord,
  args: readonly unknown[],
): void {
  const sight = sightOf(platform, subject, asker)
  if (sight === undefined) return
  // Settled before anything changes, so that nothing the call makes or changes counts as hidden.
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
 * Deletes resources that the body names and the caller may not see, so that remedies are tried as if they
 * did not exist: no answer may tell whether they do. Call it in a transaction that is not kept.
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
 * Types that give nobody a permission, so that leaving one out changes nothing else. One of these counts
 * as hidden if lists leave it out; any other resource, if getting it answers 404.
 */
const bearsNothing: ReadonlySet<NamedType> = new Set(['artifact', 'invitation', 'token'])

/** One person's view of a platform in one state. */
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

  /** Decides about every resource now. Later ones are not hidden. */
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
    // An entry is hidden with its project, unless entries have a rule of their own.
    return (visibility[type] ?? (type === 'member' ? visibility.project : undefined)) !== undefined
  }

  #isHidden(type: NamedType, id: string): boolean {
    const { compiled, world } = this.#whole
    const resources = resourceOf(world, type, id)?.resources
    if (resources === undefined || !compiled.sees(world, this.#asker, resources)) return true
    return bearsNothing.has(type) && !compiled.finds(world, this.#asker, { type, id })
  }

  /** A state of its own, since other facts follow from a part of the world. */
  #state(): object {
    const { state } = this.#whole.world
    const known = this.#states.get(state) ?? {}
    this.#states.set(state, known)
    return known
  }
}

const sightsByState = perState(() => new Map<string, Sight>())

function sightOf(platform: Platform, subject: UserRecord, asker: UserRecord): Sight | undefined {
  if (subject.id === asker.id || isEnforcementPoint(asker)) return undefined
  const sights = sightsByState(platform.world)
  const sight = sights.get(asker.id) ?? new Sight(platform, asker)
  sights.set(asker.id, sight)
  return sight
}

/** All texts in a value, keys included. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(textsIn)
  return isRecord(value) ? Object.entries(value).flat().flatMap(textsIn) : []
}
