import type { OperationId } from '../../../src/generated/operations.ts'
import { resourceNames, type Resources, unresolved } from '../world/resources.ts'
import { pathParametersOf } from '../world/operations.ts'
import type { World } from '../world/world.ts'

type Bindable = keyof Resources

/** Looks the reference up as what it is to the call; false when it names nothing. */
export const bindResource = (
  world: World,
  resources: Resources,
  as: Bindable,
  reference: string,
): boolean => {
  switch (as) {
    case 'user':
      return assign(resources, as, world.user(reference))
    case 'team':
      return assign(resources, as, world.team(reference))
    case 'role':
      return assign(resources, as, world.role(reference))
    case 'project':
    case 'destination':
      return assign(resources, as, world.project(reference))
    case 'member':
      return assign(resources, as, world.member(reference))
    case 'artifact':
      return assign(resources, as, world.artifact(reference))
    case 'invitation':
      return assign(resources, as, world.invitation(reference))
    case 'token':
      return assign(resources, as, world.token(reference))
  }
}

const assign = <Name extends Bindable>(
  resources: Resources,
  name: Name,
  record: Resources[Name] | undefined,
): boolean => {
  if (record === undefined) return false
  resources[name] = record
  return true
}

const isBindable = (name: string): name is Bindable => resourceNames.some((one) => one === name)

/** What a bound resource brings along: an artifact its project, an entry its subject. */
const bindRelated = (world: World, resources: Resources): void => {
  const { artifact, member } = resources
  if (artifact && artifact.project !== null) {
    bindResource(world, resources, 'project', artifact.project)
  }
  if (member && member.subject.type !== 'email') {
    bindResource(world, resources, member.subject.type, member.subject.id)
  }
}

/** Looks up what the path names. What names nothing is `missing`; `run` is the artifact's named action. */
export const bindPath = (world: World, operation: OperationId, args: readonly unknown[]) => {
  const resources: Resources = {}
  const missing: { name: string; reference: string }[] = []
  let run: string | undefined
  for (const [index, name] of pathParametersOf(operation).entries()) {
    const reference = String(args[index])
    if (!isBindable(name)) run = reference
    else if (!bindResource(world, resources, name, reference)) missing.push({ name, reference })
  }
  const { project, member } = resources
  if (member && project && project !== unresolved && member.project !== project.key) {
    missing.push({ name: 'member', reference: member.id })
  }
  bindRelated(world, resources)
  return { resources, missing, run }
}
