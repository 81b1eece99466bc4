import type { OperationId } from '../../src/generated/operations.ts'
import type { FieldError } from '../../src/generated/models.ts'
import { pathParametersOf } from '../policy/world/operations.ts'
import type { Call } from '../policy/call/call.ts'
import type { Mention } from '../policy/world/reader.ts'
import { namedTypes } from '../policy/world/resources.ts'
import type { World } from '../policy/world/world.ts'
import { render, type Rendered } from '../state/render.ts'
import { refuseFields, type Refused } from '../message/refusal.ts'

/** What the operation is about, by its last path argument: `project`, `member`. An action's `name` is no resource. */
const targetName = (operation: OperationId): string | undefined =>
  operation.startsWith('organization.')
    ? 'organization'
    : pathParametersOf(operation).findLast((name) => name !== 'name')

/** The resource that the call's path names, as it is now. */
export function target(world: World, { operation, resources }: Call): Rendered | undefined {
  const { role, team, user, project, member, artifact, invitation, token } = resources
  switch (targetName(operation)) {
    case 'organization':
      return render('organization', world.organization)
    case 'role':
      return typeof role === 'object' ? render('role', role) : undefined
    case 'team':
      return typeof team === 'object' ? render('team', team) : undefined
    case 'user':
      return typeof user === 'object' ? render('user', user) : undefined
    case 'project':
      return typeof project === 'object' ? render('project', project) : undefined
    case 'member':
      return member && render('member', member)
    case 'artifact':
      return artifact && render('artifact', artifact)
    case 'invitation':
      return invitation && render('invitation', invitation)
    case 'token':
      return token && render('token', token)
    case undefined:
    default:
      return undefined
  }
}

/** What a text about the target speaks of; everybody sees the organization. */
export function targetOf({ operation, resources }: Call): readonly Mention[] {
  const name = targetName(operation)
  const type = namedTypes.find((one) => one === name)
  const resource = type && resources[type]
  return type && typeof resource === 'object' ? [{ type, id: resource.id }] : []
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
