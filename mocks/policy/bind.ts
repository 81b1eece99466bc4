import { isRecord } from '../../src/core/record.ts'
import { type OperationId, operations } from '../../src/generated/operations.ts'
import { type Call, type Things, unknown } from './call.ts'
import type { Judge } from './judge.ts'
import type { Policy } from './policy.ts'
import { isGrantOf, placeOf, type Reference, referencesOf } from './references.ts'
import { sees } from './visibility.ts'
import type { UserRecord, World } from './world.ts'

type Input = Readonly<Record<string, unknown>>
type Bindable = keyof Things

/** The names of the operation's path parameters, in order. */
export const pathParametersOf = (operation: OperationId): readonly string[] =>
  operations[operation].parameters

/** Looks the reference up as what it is to the call; false when it names nothing. */
const bindThing = (world: World, things: Things, as: Bindable, reference: string): boolean => {
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

const bindable: readonly string[] = [
  'user',
  'team',
  'role',
  'project',
  'destination',
  'member',
  'artifact',
  'invitation',
  'token',
] satisfies Bindable[]

const isBindable = (name: string): name is Bindable => bindable.includes(name)

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

const bindPath = (world: World, operation: OperationId, args: readonly unknown[]) => {
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

const exists = (policy: Policy, world: World, named: Reference): boolean => {
  const { type, reference } = named
  if (type === 'permission') return Object.hasOwn(policy.permissions, reference)
  if (type === 'kind') return Object.hasOwn(policy.kinds, reference)
  if (type === 'grant') return isGrantOf(policy, named)
  if (type === 'role') return world.role(reference, placeOf(policy, named)) !== undefined
  return world[type](reference) !== undefined
}

/** Whom an access request is about; the actor unless somebody else is named. */
const subjectOf = (world: World, actor: UserRecord, input: Input): UserRecord | undefined => {
  const evaluations: readonly unknown[] = Array.isArray(input.evaluations) ? input.evaluations : []
  const subjects = [input, ...evaluations].flatMap((item) => {
    const subject = isRecord(item) ? item.subject : undefined
    return isRecord(subject) && typeof subject.id === 'string' ? [subject.id] : []
  })
  const other = subjects.find((id) => id !== 'me' && world.user(id) !== actor)
  return other === undefined ? actor : world.user(other)
}

const kindOf = (things: Things, input: Input | undefined): string | undefined =>
  things.artifact?.kind ?? (typeof input?.kind === 'string' ? input.kind : undefined)

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || (isRecord(value) && Object.keys(value).length === 0)

/** Keys of the body that the policy needs and the call leaves out or empty. */
export const requiredKeysMissing = (policy: Policy, call: Call): readonly string[] => {
  const { operation, input, kind, run } = call
  const runs = kind === undefined ? undefined : policy.kinds[kind]?.run
  const moves = run !== undefined && runs?.[run]?.does !== undefined
  const changes = policy.changes[operation]
  const made = changes?.ofKind === 'create' && kind !== undefined ? policy.kinds[kind] : undefined
  const required = [
    ...(changes?.required ?? []),
    ...(made?.required ?? []),
    ...(moves ? ['project'] : []),
  ]
  return required.filter((key) => isEmpty(input?.[key]))
}

/**
 * Looks up everything that a call refers to. What its path names and does not exist is `missing`; what
 * its body names and does not exist, or is hidden from the actor, is `unknown`.
 */
export const bind = (
  judge: Judge,
  world: World,
  actor: UserRecord,
  operation: OperationId,
  args: readonly unknown[],
): Call => {
  const { policy } = judge
  const { things, missing, run } = bindPath(world, operation, args)
  const last = args[pathParametersOf(operation).length]
  const input = isRecord(last) ? last : undefined
  const unknownReferences: Reference[] = []
  for (const reference of referencesOf(operation, input)) {
    const { type, as, isContainer } = reference
    if (as && isContainer) {
      if (!bindThing(world, things, as, reference.reference)) {
        missing.push({ name: as, reference: reference.reference })
      }
      continue
    }
    const project = type === 'project' ? world.project(reference.reference) : undefined
    const found =
      exists(policy, world, reference) &&
      (!project || sees({ judge, world, actor, things: { project } }))
    if (!found) unknownReferences.push(reference)
    if (as && found) bindThing(world, things, as, reference.reference)
    else if (as) things[as] = unknown
  }
  if (operation.startsWith('access.') && input) {
    things.user = subjectOf(world, actor, input) ?? unknown
  }
  const kind = kindOf(things, input)
  const call: Call = {
    actor,
    operation,
    args,
    things,
    input,
    ...(kind !== undefined && { kind }),
    ...(run !== undefined && { run }),
    missing,
    unknown: unknownReferences,
  }
  for (const key of requiredKeysMissing(policy, call)) {
    const [missed] = referencesOf(operation, { [key]: '' })
    if (missed?.as) things[missed.as] = unknown
  }
  // An entry for a person names no team. Where only teams may have one, a guard says so.
  if (operation === 'projects.members.add') things.team ??= unknown
  return call
}
