import type { OperationId } from '../../../src/generated/operations.ts'
import { thingNames, type Things, unknown } from '../world/things.ts'
import { pathParametersOf } from '../world/operations.ts'
import type { World } from '../world/world.ts'

type Bindable = keyof Things

/** Looks the reference up as what it is to the call; false when it names nothing. */
export const bindThing = (
  world: World,
  things: Things,
  as: Bindable,
  reference: string,
): boolean => {
  switch (as) {
    case 'user':
      return assign(things, as, world.user(reference))
    case 'team':
      return assign(things, as, world.team(reference))
    case 'role':
      return assign(things, as, world.role(reference))
    case 'project':
    case 'destination':
      return assign(things, as, world.project(reference))
    case 'member':
      return assign(things, as, world.member(reference))
    case 'artifact':
      return assign(things, as, world.artifact(reference))
    case 'invitation':
      return assign(things, as, world.invitation(reference))
    case 'token':
      return assign(things, as, world.token(reference))
  }
}

const assign = <Name extends Bindable>(
  things: Things,
  name: Name,
  record: Things[Name] | undefined,
): boolean => {
  if (record === undefined) return false
  things[name] = record
  return true
}

const isBindable = (name: string): name is Bindable => thingNames.some((one) => one === name)

/** What a bound thing brings along: an artifact its project, an entry its subject. */
const bindRelated = (world: World, things: Things): void => {
  const { artifact, member } = things
  if (artifact && artifact.project !== null) {
    bindThing(world, things, 'project', artifact.project)
  }
  if (member && member.subject.type !== 'email') {
    bindThing(world, things, member.subject.type, member.subject.id)
  }
}

/** Looks up what the path names. What names nothing is `missing`; `run` is the artifact's named action. */
export const bindPath = (world: World, operation: OperationId, args: readonly unknown[]) => {
  const things: Things = {}
  const missing: { name: string; reference: string }[] = []
  let run: string | undefined
  for (const [index, name] of pathParametersOf(operation).entries()) {
    const reference = String(args[index])
    if (!isBindable(name)) run = reference
    else if (!bindThing(world, things, name, reference)) missing.push({ name, reference })
  }
  const { project, member } = things
  if (member && project && project !== unknown && member.project !== project.key) {
    missing.push({ name: 'member', reference: member.id })
  }
  bindRelated(world, things)
  return { things, missing, run }
}
