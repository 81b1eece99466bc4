import type { World } from '../policy/world/world.ts'
import type { ArtifactRecord } from '../policy/language/records.ts'
import { fieldError } from '../message/field-error.ts'
import { refuse, type Refused } from '../message/refusal.ts'
import { renderedFor } from '../platform/rendered-for.ts'
import { found } from '../state/store.ts'
import { list } from './list.ts'
import { mergeDeep } from './merge-patch.ts'
import { invalid, json, nothing, resource } from '../platform/reply.ts'
import type { Handlers } from './work.ts'

export const artifacts: Handlers<
  | 'artifacts.list'
  | 'artifacts.create'
  | 'artifacts.get'
  | 'artifacts.update'
  | 'artifacts.delete'
  | 'artifacts.move'
  | 'artifacts.run'
> = {
  'artifacts.list': (work) => {
    const { store, world, input } = work
    const { project, kind } = input
    const table = store.tables.artifacts
    return list(work, {
      type: 'artifact',
      candidates:
        project === undefined
          ? table.all
          : table.where('project', found(world.project(project)).key),
      meets: (artifact) => kind === undefined || artifact.kind === kind,
    })
  },

  'artifacts.create': ({ store, world, actor, input }) => {
    const { kind, project, name, data } = input
    const artifact = store.tables.artifacts.put({
      ...store.birth('artifact'),
      kind,
      project: projectKey(world, project),
      name,
      creator: actor.id,
      ...(data !== undefined && { data }),
    })
    return resource('artifact', artifact)
  },

  'artifacts.get': ({ world, args: [artifact = ''] }) =>
    resource('artifact', found(world.artifact(artifact))),

  'artifacts.update': ({ store, world, args: [reference = ''], input }) => {
    const artifact = found(world.artifact(reference))
    const { name = artifact.name, data } = input
    const changed = store.tables.artifacts.put({
      ...artifact,
      name,
      ...(data !== undefined && { data: mergeDeep(artifact.data ?? {}, data) }),
    })
    return resource('artifact', changed)
  },

  'artifacts.delete': ({ store, world, args: [artifact = ''] }) => {
    store.tables.artifacts.delete(found(world.artifact(artifact)).id)
    return nothing
  },

  'artifacts.move': ({ store, world, args: [reference = ''], input }) => {
    const artifact = found(world.artifact(reference))
    const project = projectKey(world, input.project)
    return resource('artifact', store.tables.artifacts.put({ ...artifact, project }))
  },

  'artifacts.run': (work) => {
    const { platform, store, world, policy, actor, input } = work
    const [reference = '', action = ''] = work.args
    const artifact = found(world.artifact(reference))
    const does = policy.kinds[artifact.kind]?.run?.[action]?.does
    const changed = does === undefined ? artifact : attach(world, artifact, does, input.project)
    if ('ok' in changed) return changed
    const kept = store.tables.artifacts.put(changed)
    const { data } = input
    return json(() => {
      const { json: seen } = renderedFor(platform, actor, 'artifact', kept)
      return { artifact: seen, action, ...(data !== undefined && { data }) }
    })
  },
}

const projectKey = (world: World, reference: string | null | undefined): string | null =>
  reference === undefined || reference === null ? null : found(world.project(reference)).key

/** The artifact, attached to the project or detached from it; or a refusal. */
function attach(
  world: World,
  artifact: ArtifactRecord,
  does: 'attach' | 'detach',
  reference: string | undefined,
): ArtifactRecord | Refused {
  if (reference === undefined) {
    const [to, from] = does === 'attach' ? ['attach', 'to'] : ['detach', 'from']
    return invalid(fieldError('/project', `is missing. Name the project to ${to} it ${from}.`))
  }
  const { id, key } = found(world.project(reference))
  const { project, attachedTo: others = [] } = artifact
  const about = [
    { type: 'artifact', id: artifact.id },
    { type: 'project', id },
  ] as const
  const isThere = project === key || others.includes(key)
  if (does === 'attach') {
    if (!isThere) return { ...artifact, attachedTo: [...others, key] }
    const text = `${artifact.name} is attached to ${key} already. Choose another project.`
    return refuse(409, 'already_exists', text, { about })
  }
  if (project === key) {
    const text = `${artifact.name} belongs to ${key}. It can be detached from other projects only.`
    return refuse(409, 'invalid_state', text, { about })
  }
  if (isThere) return { ...artifact, attachedTo: others.filter((other) => other !== key) }
  return refuse(409, 'invalid_state', `${artifact.name} is not attached to ${key}.`, { about })
}
