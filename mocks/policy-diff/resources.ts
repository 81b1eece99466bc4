import { isNamedType, type NamedType, type Records } from '../policy/language/resource-types.ts'
import { type Resource, resourcesOfType } from '../policy/world/resources.ts'
import type { World } from '../policy/world/world.ts'
import type { MemberRecord } from '../policy/language/records.ts'

/** A resource of a scenario, with a name that is the same under every policy, unlike its id. */
export interface NamedResource {
  readonly type: NamedType
  /** Its key or e-mail address; for a resource without either, a description. */
  readonly name: string
  readonly resource: Resource
}

type Label<Type extends NamedType> = (record: Records[Type], world: World) => string

/** The name of a resource, by its type. */
const labels: { readonly [Type in NamedType]: Label<Type> } = {
  role: ({ key, scope, category }) =>
    `${key} (${scope === 'project' ? (category ?? scope) : scope})`,
  team: ({ key }) => key,
  user: ({ email }) => email,
  invitation: ({ email }) => email,
  token: ({ name }) => name,
  project: ({ key }) => key,
  member: (member, world) => nameOfMember(world, member),
  artifact: ({ kind, name, project }) =>
    `${kind} ${name}${project === null ? '' : ` in ${project}`}`,
}

/** The name of a record: its key or e-mail address; for a record without either, a description. */
export function labelOf<Type extends NamedType>(
  type: Type,
  record: Records[Type],
  world: World,
): string {
  return labels[type](record, world)
}

/** All resources but the organization, in order of creation within each type. */
export function resourcesIn(world: World): readonly NamedResource[] {
  const times = new Map<string, number>()
  return Object.keys(labels)
    .filter(isNamedType)
    .flatMap((type) =>
      resourcesOfType(world, type).flatMap((resource) => {
        const record = resource.resources[type]
        if (typeof record !== 'object') return []
        const label = labelOf(type, record, world)
        const count = (times.get(`${type} ${label}`) ?? 0) + 1
        times.set(`${type} ${label}`, count)
        return [{ type, name: count === 1 ? label : `${label} #${count}`, resource }]
      }),
    )
}

function nameOfMember(world: World, { project, subject }: MemberRecord): string {
  const { type, id } = subject
  const who = type === 'user' ? world.user(id)?.email : type === 'team' ? world.team(id)?.key : id
  return `${who ?? id} of ${project}`
}
