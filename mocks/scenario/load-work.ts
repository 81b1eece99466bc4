import { operationsOn } from '../generated/contract.ts'
import { isEmailAddress, mustBeEmail } from '../shared/email-address.ts'
import { makeKnown } from '../state/people.ts'
import { carryOutEffect } from '../state/effects.ts'
import { inEntry } from '../policy/world/roles.ts'
import type { MemberRecord } from '../policy/language/records.ts'
import { knownElsewhere } from './known-elsewhere.ts'
import { born, grantIn, type Loading, named, roleHeld, unlisted } from './loading.ts'
import type { ScenarioArtifact, ScenarioMember, ScenarioProject } from '../policies/scenario.ts'
import { lowerCase } from '../shared/lower-case.ts'
import { stepsInto } from '../shared/json-pointer.ts'
import { wrongValue } from './wrong.ts'

/** Loads a project as if its creator had called projects.create, with its effects. */
export function loadProject(loading: Loading, definition: ScenarioProject, at: string): void {
  const { store, world, compiled } = loading
  const { key, name = key, description, tags = [], team, owner } = definition
  const userAt = (reference: string, field: string) =>
    named(loading, 'user', reference, world.user(reference), `${at}.${field}`)
  if (team !== undefined) named(loading, 'team', team, world.team(team), `${at}.team`)
  const creator = userAt(definition.creator, 'creator')
  unlisted(loading, world.project(key), `${at}.key`, key)
  const known = knownElsewhere(loading, 'project', definition, at)
  const project = store.tables.projects.put({
    ...born(loading, 'project'),
    ...known,
    key,
    name,
    ...(description !== undefined && { description }),
    tags: [...tags],
    ...(team !== undefined && { team }),
    ...(owner !== undefined && { owner: userAt(owner, 'owner').id }),
    creator: creator.id,
    private: definition.private ?? false,
  })
  const body = { key, ...(team !== undefined && { team }) }
  const call = compiled.bind(world, creator, operationsOn.project.create, [body])
  for (const effect of compiled.effects(world, call, { ...call.resources, project })) {
    carryOutEffect(store, world, effect)
  }
}

export function loadMember(loading: Loading, definition: ScenarioMember, at: string): void {
  const { store, world, compiled } = loading
  const { project, subject, roles = {}, rights = [], grants, isOwner } = definition
  named(loading, 'project', project, world.project(project), `${at}.project`)
  for (const [category, role] of Object.entries(roles)) {
    const place = inEntry(compiled.policy, category)
    roleHeld(loading, role, place, `${at}${stepsInto('roles', category)}`)
  }
  for (const grant of Object.keys(grants ?? {})) {
    grantIn(loading, 'project', grant, `${at}${stepsInto('grants', grant)}`)
  }
  const holder = subjectOf(loading, subject, at)
  if (holder.type === 'email') makeKnown(store, holder.id)
  unlisted(
    loading,
    store.tables.members.byKey(`${project}/${holder.id}`),
    `${at}.subject`,
    subject.id,
  )
  store.tables.members.put({
    ...born(loading, 'member'),
    project,
    subject: holder,
    roles: { ...roles },
    rights: [...rights],
    ...(grants !== undefined && { grants: { ...grants } }),
    ...(isOwner !== undefined && { isOwner }),
    status: definition.status ?? (subject.type === 'email' ? 'pending' : 'accepted'),
  })
}

function subjectOf(
  loading: Loading,
  { type, id }: ScenarioMember['subject'],
  at: string,
): MemberRecord['subject'] {
  if (type !== 'email') {
    return { type, id: named(loading, type, id, loading.world[type](id), `${at}.subject.id`).id }
  }
  if (isEmailAddress(id)) return { type, id: lowerCase(id) }
  const fault = { pointer: '/subject/id', predicate: mustBeEmail }
  throw wrongValue(loading.scenario, at, { subject: { id } }, fault)
}

export function loadArtifact(loading: Loading, definition: ScenarioArtifact, at: string): void {
  const { store, world, compiled } = loading
  const { kind, name, project, attachedTo, creator, data } = definition
  const { kinds } = compiled.policy
  named(loading, 'kind', kind, Object.hasOwn(kinds, kind) ? kinds[kind] : undefined, `${at}.kind`)
  if (project !== null) named(loading, 'project', project, world.project(project), `${at}.project`)
  for (const [index, key] of (attachedTo ?? []).entries()) {
    named(loading, 'project', key, world.project(key), `${at}.attachedTo[${index}]`)
  }
  const known = knownElsewhere(loading, 'artifact', definition, at)
  store.tables.artifacts.put({
    ...born(loading, 'artifact'),
    ...known,
    kind,
    project,
    ...(attachedTo !== undefined && { attachedTo: [...attachedTo] }),
    name,
    creator: named(loading, 'user', creator, world.user(creator), `${at}.creator`).id,
    ...(data !== undefined && { data: structuredClone(data) }),
  })
}
