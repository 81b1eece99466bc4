import type { FieldError } from '../../src/generated/models.ts'
import { contract } from '../generated/contract.ts'
import type { Call } from '../policy/call/call.ts'
import type { Mention } from '../policy/world/reader.ts'
import { isNamedType } from '../policy/world/resources.ts'
import type { World } from '../policy/world/world.ts'
import { render, type Rendered } from '../state/render.ts'
import { fieldError } from '../message/field-error.ts'
import { refuseFields, type Refused } from '../message/refusal.ts'

/** The last resource in the call's path; undefined for the organization, or if it does not exist. */
function named({ operation, resources }: Call) {
  const { target: name } = contract[operation]
  const type = name !== undefined && isNamedType(name) ? name : undefined
  const resource = type && resources[type]
  return type && typeof resource === 'object' ? { type, id: resource.id } : undefined
}

/** The current version of the last resource in the call's path. */
export function target(world: World, call: Call): Rendered | undefined {
  if (contract[call.operation].target === 'organization') {
    return render('organization', world.organization)
  }
  const found = named(call)
  const record = found && world.find(found.type, found.id)
  return record && render(found.type, record)
}

/** The target, for the `about` of a refusal; empty for the organization, which everyone sees. */
export function targetOf(call: Call): readonly Mention[] {
  const found = named(call)
  return found ? [found] : []
}

/** 422 for an update with another id or etag than the current one. The current ones are accepted, and change nothing. */
export function checkReadOnly({ input }: Call, now: Rendered): Refused | undefined {
  const errors = ['id', 'etag'].flatMap((key): FieldError[] => {
    const sent = input?.[key]
    if (sent === undefined || sent === now.json[key]) return []
    const is = JSON.stringify(now.json[key])
    return [fieldError(`/${key}`, `is read-only, and ${is} now. Leave it out.`)]
  })
  return errors.length === 0 ? undefined : refuseFields(422, 'read_only', errors)
}
