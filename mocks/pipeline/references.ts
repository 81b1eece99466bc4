import { isRecord } from '../../src/core/record.ts'
import type { FieldError } from '../../src/generated/models.ts'
import { pointerStep } from '../json-pointer.ts'
import { didYouMean } from '../nearest.ts'
import type { Call } from '../policy/call.ts'
import type { World } from '../policy/world.ts'
import type { Platform } from './platform.ts'
import { refuseFields, type Refused } from './refusal.ts'

/** 422 for keys that this platform needs and the body leaves out. */
export function missingKeys({ compiled }: Platform, call: Call): Refused | undefined {
  const errors = compiled.requiredKeysMissing(call).map((key): FieldError => {
    const message = `Is missing: ${compiled.policy.title} needs it.`
    return { pointer: `/${key}`, message }
  })
  return errors.length === 0 ? undefined : refuseFields(422, 'validation_failed', errors)
}

/** 422 for what the body names and nobody knows, or the actor may not see: each with its pointer. */
export function unknownReferences({ world, compiled }: Platform, call: Call): Refused | undefined {
  if (call.unknown.length === 0) return undefined
  const errors = call.unknown.map(({ pointer, type, reference }): FieldError => {
    const hint = didYouMean(reference, namesOf(world, compiled.policy, type))
    return { pointer, message: `There is no ${type} ${JSON.stringify(reference)}.${hint}` }
  })
  return refuseFields(422, 'unknown_reference', errors)
}

/** The names that a mistyped reference may have meant. Projects are not told: some are hidden. */
function namesOf(
  world: World,
  { permissions, kinds }: Platform['compiled']['policy'],
  type: string,
): string[] {
  switch (type) {
    case 'permission':
      return Object.keys(permissions)
    case 'kind':
      return Object.keys(kinds)
    case 'role':
      return [...world.roles()].map(({ key }) => key)
    case 'team':
      return [...world.teams()].map(({ key }) => key)
    default:
      return []
  }
}

/** 422 for roles that the body hands out and nobody can be given. */
export function unassignableRoles({ world }: Platform, call: Call): Refused | undefined {
  const errors = handedOut(call.input).flatMap(([pointer, key]): FieldError[] => {
    const role = world.role(key)
    if (role === undefined || role.assignable) return []
    return [{ pointer, message: `Role ${role.key} can't be given to anyone. Choose another.` }]
  })
  return errors.length === 0 ? undefined : refuseFields(422, 'role_not_assignable', errors)
}

/** 422 for the roles of an entry in a category that this platform's roles do not come in. */
export function unknownCategories({ compiled }: Platform, { input }: Call): Refused | undefined {
  const roles = isRecord(input?.roles) ? Object.keys(input.roles) : []
  const known = new Set(compiled.policy.roles.map(({ category = 'project' }) => category))
  const errors = roles.flatMap((category): FieldError[] => {
    if (known.has(category)) return []
    const names = [...known].join(', ')
    const message = `There is no role category ${JSON.stringify(category)}. There is ${names}.`
    return [{ pointer: `/roles/${pointerStep(category)}`, message }]
  })
  return errors.length === 0 ? undefined : refuseFields(422, 'validation_failed', errors)
}

function handedOut(input: Call['input']): [pointer: string, key: string][] {
  if (input === undefined) return []
  const { role, teams, roles, defaultRole } = input
  const named: [string, unknown][] = [
    ['/role', role],
    ['/defaultRole', defaultRole],
    ...entries('/teams', teams),
    ...entries('/roles', roles),
  ]
  return named.flatMap(([pointer, key]) => (typeof key === 'string' ? [[pointer, key]] : []))
}

const entries = (pointer: string, map: unknown): [string, unknown][] =>
  isRecord(map)
    ? Object.entries(map).map(([key, value]) => [`${pointer}/${pointerStep(key)}`, value])
    : []
