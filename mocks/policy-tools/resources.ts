import { type Resource, resourceOf, type ResourceType } from '../policy/world/resources.ts'
import type { World } from '../policy/world/world.ts'
import type { MemberRecord } from '../policy/language/records.ts'

/** A resource of a scenario, by a name that it has under every policy: its id depends on what was made before. */
export interface NamedResource {
  readonly type: ResourceType
  /** Its key or e-mail address; what has neither is called by what is known of it. */
  readonly name: string
  readonly resource: Resource
}

/** Everything that there is but the organization, in order of creation within each type. */
export function resourcesIn(world: World): readonly NamedResource[] {
  const projects = [...world.projects()]
  const found: readonly (readonly [ResourceType, string, string])[] = [
    ...[...world.roles()].map(({ id, key, scope, category }) => {
      const place = scope === 'project' ? (category ?? scope) : scope
      return ['role', id, `${key} (${place})`] as const
    }),
    ...[...world.teams()].map(({ id, key }) => ['team', id, key] as const),
    ...[...world.users()].map(({ id, email }) => ['user', id, email] as const),
    ...[...world.invitations()].map(({ id, email }) => ['invitation', id, email] as const),
    ...[...world.tokens()].map(({ id, name }) => ['token', id, name] as const),
    ...projects.map(({ id, key }) => ['project', id, key] as const),
    ...projects
      .flatMap(({ key }) => [...world.membersOf(key)])
      .map((member) => ['member', member.id, nameOfMember(world, member)] as const),
    ...[...world.artifacts()].map(({ id, kind, name, project }) => {
      return ['artifact', id, `${kind} ${name}${project === null ? '' : ` in ${project}`}`] as const
    }),
  ]
  const times = new Map<string, number>()
  return found.flatMap(([type, id, label]) => {
    const resource = resourceOf(world, type, id)
    const count = (times.get(`${type} ${label}`) ?? 0) + 1
    times.set(`${type} ${label}`, count)
    return resource ? [{ type, name: count === 1 ? label : `${label} #${count}`, resource }] : []
  })
}

function nameOfMember(world: World, { project, subject }: MemberRecord): string {
  const { type, id } = subject
  const who = type === 'user' ? world.user(id)?.email : type === 'team' ? world.team(id)?.key : id
  return `${who ?? id} of ${project}`
}
