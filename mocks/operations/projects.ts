import type { ProjectRecord } from '../policy/language/records.ts'
import { found } from '../state/store.ts'
import { list } from './list.ts'
import { keyTaken, nothing, resource } from '../platform/reply.ts'
import type { Handlers } from './work.ts'

export const projects: Handlers<
  | 'projects.list'
  | 'projects.create'
  | 'projects.get'
  | 'projects.update'
  | 'projects.delete'
  | 'projects.transferOwnership'
> = {
  'projects.list': (work) => {
    const { store, world, input } = work
    const { team, tag } = input
    const table = store.tables.projects
    return list(work, {
      type: 'project',
      candidates: team === undefined ? table.all : table.where('team', found(world.team(team)).key),
      meets: ({ tags }: ProjectRecord) => tag === undefined || tags.includes(tag),
    })
  },

  'projects.create': ({ store, world, actor, input }) => {
    const { key, name = key, description, tags = [], team } = input
    if (world.project(key) !== undefined) return keyTaken('/key', 'project', key)
    const project = store.tables.projects.put({
      ...store.birth('project'),
      key,
      name,
      ...(description !== undefined && { description }),
      tags,
      ...(team !== undefined && { team: found(world.team(team)).key }),
      creator: actor.id,
      private: input.private ?? false,
    })
    return resource('project', project)
  },

  'projects.get': ({ world, args: [project = ''] }) =>
    resource('project', found(world.project(project))),

  'projects.update': ({ store, world, args: [reference = ''], input }) => {
    const project = found(world.project(reference))
    const { description: current, ...rest } = project
    const { name = project.name, tags = project.tags, description = current } = input
    const changed = store.tables.projects.put({
      ...rest,
      name,
      ...(description !== undefined && description !== null && { description }),
      tags,
      private: input.private ?? project.private,
    })
    return resource('project', changed)
  },

  'projects.delete': ({ store, world, args: [reference = ''] }) => {
    const { id, key } = found(world.project(reference))
    const { projects: table, members, artifacts } = store.tables
    for (const entry of [...members.where('project', key)]) members.delete(entry.id)
    for (const artifact of [...artifacts.where('project', key)]) {
      const { attachedTo = [], project } = artifact
      if (project === key) artifacts.delete(artifact.id)
      else artifacts.put({ ...artifact, attachedTo: attachedTo.filter((other) => other !== key) })
    }
    table.delete(id)
    return nothing
  },

  'projects.transferOwnership': ({ store, world, args: [reference = ''], input }) => {
    const project = found(world.project(reference))
    const { id: owner } = found(world.user(input.to))
    return resource('project', store.tables.projects.put({ ...project, owner }))
  },
}
