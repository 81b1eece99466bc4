import type { OperationId } from '../../../src/generated/operations.ts'
import { findAs, isResourceName, type Resources, unresolved } from '../world/resources.ts'
import { pathParametersOf } from '../world/operations.ts'
import type { World } from '../world/world.ts'

/** Looks the reference up and adds it to the resources; false if it names nothing. */
export const bindResource = (
  world: World,
  resources: Resources,
  as: keyof Resources,
  reference: string,
): boolean => {
  const found = findAs(world, as, reference)
  Object.assign(resources, found)
  return found !== undefined
}

/** Binds related resources: an artifact's project, an entry's subject. */
const bindRelated = (world: World, resources: Resources): void => {
  const { artifact, member } = resources
  if (artifact && artifact.project !== null) {
    bindResource(world, resources, 'project', artifact.project)
  }
  if (member && member.subject.type !== 'email') {
    bindResource(world, resources, member.subject.type, member.subject.id)
  }
}

/** Looks up the path arguments. `missing` lists those that name nothing; `run` is the artifact's named action. */
export const bindPath = (world: World, operation: OperationId, args: readonly unknown[]) => {
  const resources: Resources = {}
  const missing: { name: string; reference: string }[] = []
  let run: string | undefined
  for (const [index, name] of pathParametersOf(operation).entries()) {
    const reference = String(args[index])
    if (!isResourceName(name)) run = reference
    else if (!bindResource(world, resources, name, reference)) missing.push({ name, reference })
  }
  const { project, member } = resources
  if (member && project && project !== unresolved && member.project !== project.key) {
    missing.push({ name: 'member', reference: member.id })
  }
  bindRelated(world, resources)
  return { resources, missing, run }
}
