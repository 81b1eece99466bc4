import type { FieldError } from '../../src/generated/models.ts'
import { fieldError } from '../message/field-error.ts'
import { pointer } from '../shared/json-pointer.ts'
import { didYouMean } from '../shared/nearest.ts'
import type { Call } from '../policy/call/call.ts'
import type { Mention } from '../policy/world/reader.ts'
import { quoted } from '../shared/quoted.ts'
import {
  foundAt,
  referencePlacesOf,
  rolePlaceOf,
  type Reference,
  type ReferenceType,
} from '../policy/call/references.ts'
import { isNamedType } from '../policy/world/resources.ts'
import { isHeldIn } from '../policy/world/roles.ts'
import type { RoleRecord, TeamRecord, UserRecord } from '../policy/language/records.ts'
import type { Platform } from '../platform/platform.ts'
import { refuseEach, refuseFields, type Refused } from '../message/refusal.ts'

/** 422 for keys that the platform needs and the body leaves out. */
export function missingKeys({ compiled }: Platform, call: Call): Refused | undefined {
  const errors = compiled
    .requiredKeysMissing(call)
    .map((key) => fieldError(pointer(key), `is missing: ${compiled.policy.title} needs it.`))
  return errors.length === 0 ? undefined : refuseFields(422, 'validation_failed', errors, ofNothing)
}

/** For refusals by the document and the policy alone, whose texts are about no resource. */
const ofNothing = { about: [] } as const

/** The `about` of an unknown reference: users who may list its type can see that it does not exist. */
const unlisted: Readonly<Record<ReferenceType, readonly Mention[] | undefined>> = {
  permission: [],
  kind: [],
  grant: [],
  user: [{ list: 'user' }],
  team: [{ list: 'team' }],
  role: [{ list: 'role' }],
  project: undefined,
}

/** 422 for references in the body that name nothing, or something that the caller may not see. */
export function unknownReferences(platform: Platform, call: Call): Refused | undefined {
  if (call.unresolved.length === 0) return undefined
  const refused = refuseEach(422, 'unknown_reference', call.unresolved, (named) => {
    const { pointer, type, reference } = named
    const hint = didYouMean(reference, namesOf(platform, call.actor, named))
    return { pointer, message: `There is no ${type} ${quoted(reference)}.${hint}` }
  })
  const mentions = call.unresolved.map(({ type }) => unlisted[type])
  const about = mentions.flatMap((one) => one ?? [])
  return mentions.includes(undefined) ? refused : { ...refused, about }
}

/** The names that a mistyped reference may have meant and the reader may see. Users and projects are never suggested. */
function namesOf({ world, compiled }: Platform, reader: UserRecord, named: Reference): string[] {
  const { policy } = compiled
  const isSeen = (type: 'role' | 'team', { id, builtIn }: RoleRecord | TeamRecord): boolean =>
    builtIn || compiled.mayDisclose(world, reader, { about: [{ type, id }] })
  switch (named.type) {
    case 'permission':
      return Object.keys(policy.permissions)
    case 'kind':
      return Object.keys(policy.kinds)
    case 'grant':
      return Object.keys(policy.grants)
    case 'role': {
      const place = rolePlaceOf(policy, named)
      const roles = [...world.roles()].filter(
        (role) => (!place || isHeldIn(role, place)) && isSeen('role', role),
      )
      return [...new Set(roles.map(({ key }) => key))]
    }
    case 'team':
      return [...world.teams()].filter((team) => isSeen('team', team)).map(({ key }) => key)
    case 'user':
    case 'project':
      return []
  }
}

/** 422 for roles in the body that can't be given to anyone, in the policy's words. */
export function unassignableRoles(
  { world, compiled: { policy } }: Platform,
  { references }: Call,
): Refused | undefined {
  const refusals = references.flatMap((named) => {
    const place = rolePlaceOf(policy, named)
    const role = place && world.role(named.reference, place)
    if (!role || role.assignable) return []
    const definition = policy.roles.find((one) => one.key === role.key && isHeldIn(one, place))
    const { rule, code, text } = definition?.unassignable ?? {
      rule: 'API',
      code: 'role_not_assignable',
      text: `Role ${role.key} can't be given to anyone. Choose another.`,
    }
    return [{ rule, code, error: { pointer: named.pointer, message: text } }]
  })
  const [first] = refusals
  if (!first) return undefined
  const errors = refusals.map(({ error }) => error)
  return refuseFields(422, first.code, errors, { rule: first.rule, ...ofNothing })
}

/** 422 for roles, or their removal, in a category that no role of the platform has. */
export function unknownCategories(
  { compiled: { policy } }: Platform,
  { operation, input = {} }: Call,
): Refused | undefined {
  const known = new Set(policy.roles.map(({ category = 'project' }) => category))
  const values = referencePlacesOf(operation)
    .filter(({ type, in: where }) => type === 'role' && where === 'project')
    .flatMap((place) => foundAt(place, input))
  const errors = values.flatMap(({ steps }): FieldError[] => {
    if (known.has(String(steps.at(-1)))) return []
    const names = [...known].join(', ')
    return [fieldError(pointer(...steps), `is no category of roles. Known are ${names}.`)]
  })
  return errors.length === 0 ? undefined : refuseFields(422, 'validation_failed', errors, ofNothing)
}

/** 422 for a resource that the keys of a map name twice, such as a team by its key and its id. */
export function namedTwice({ world }: Platform, { references }: Call): Refused | undefined {
  const first = new Map<string, string>()
  const about: Mention[] = []
  const errors = references.flatMap(({ isKey, type, pointer: at, reference }): FieldError[] => {
    const id = isKey && isNamedType(type) ? world.find(type, reference)?.id : undefined
    if (id === undefined || !isNamedType(type)) return []
    const earlier = first.get(id)
    first.set(id, earlier ?? reference)
    if (earlier === undefined) return []
    about.push({ type, id })
    return [fieldError(at, `names the same ${type} as ${earlier}. Name it once.`)]
  })
  return errors.length === 0 ? undefined : refuseFields(422, 'validation_failed', errors, { about })
}
