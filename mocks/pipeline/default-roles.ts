import { isRecord } from '../../src/core/base/kind-of.ts'
import type { FieldError } from '../../src/generated/models.ts'
import type { Call } from '../policy/call/call.ts'
import { defaultRoleIn } from '../policy/call/default-role.ts'
import type { Mention } from '../policy/world/reader.ts'
import type { Platform } from '../platform/platform.ts'
import { fieldError } from '../message/field-error.ts'
import { refuseFields, type Refused } from '../message/refusal.ts'

/** 422 if a team is joined with `true`, its default role, and has none that can be given. */
export function missingDefaultRoles(
  { world }: Platform,
  { input, references }: Call,
): Refused | undefined {
  const about: Mention[] = []
  const errors = references.flatMap((named): FieldError[] => {
    const { type, isKey, pointer, reference } = named
    if (type !== 'team' || !isKey) return []
    const [, key = ''] = pointer.split('/')
    const map = input?.[key]
    if (!isRecord(map) || map[reference] !== true) return []
    const team = world.team(reference)
    if (defaultRoleIn(world, team)?.assignable) return []
    if (team) about.push({ type: 'team', id: team.id })
    return [fieldError(pointer, 'must be a role: there is no default role for this team.')]
  })
  return errors.length === 0 ? undefined : refuseFields(422, 'validation_failed', errors, { about })
}
