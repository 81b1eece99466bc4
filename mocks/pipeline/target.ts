import type { FieldError } from '../../src/generated/models.ts'
import { contract } from '../generated/contract.ts'
import type { Call } from '../policy/call/call.ts'
import type { Mention } from '../policy/world/reader.ts'
import { isNamedType } from '../policy/world/resources.ts'
import type { World } from '../policy/world/world.ts'
import { render, type Rendered } from '../state/render.ts'
import { refuseFields, type Refused } from '../message/refusal.ts'

/** What the call's path names last; undefined where that is nothing that is there, or the organization. */
function named({ operation, resources }: Call) {
  const { target: name } = contract[operation]
  const type = name !== undefined && isNamedType(name) ? name : undefined
  const resource = type && resources[type]
  return type && typeof resource === 'object' ? { type, id: resource.id } : undefined
}

/** The resource that the call's path names, as it is now. */
export function target(world: World, call: Call): Rendered | undefined {
  if (contract[call.operation].target === 'organization') {
    return render('organization', world.organization)
  }
  const found = named(call)
  const record = found && world.find(found.type, found.id)
  return record && render(found.type, record)
}

/** What a text about the target speaks of; everybody sees the organization. */
export function targetOf(call: Call): readonly Mention[] {
  const found = named(call)
  return found ? [found] : []
}

/** 422 for an update that sends another id or etag than the current one. The current ones change nothing. */
export function checkReadOnly({ input }: Call, now: Rendered): Refused | undefined {
  const errors = ['id', 'etag'].flatMap((key): FieldError[] => {
    const sent = input?.[key]
    if (sent === undefined || sent === now.json[key]) return []
    const message = `Is read-only, and ${JSON.stringify(now.json[key])} now. Leave it out.`
    return [{ pointer: `/${key}`, message }]
  })
  return errors.length === 0 ? undefined : refuseFields(422, 'read_only', errors)
}
