import { responses, type Validate } from './generated/validators.js'
import type {
  ArtifactRecord,
  MemberRecord,
  OrganizationRecord,
  ProjectRecord,
  RoleRecord,
  TeamRecord,
  UserRecord,
} from './policy/world.ts'
import { canonical } from './store/canonical.ts'
import { digest } from './store/hash.ts'

interface Records {
  organization: OrganizationRecord
  role: RoleRecord
  team: TeamRecord
  user: UserRecord
  project: ProjectRecord
  member: MemberRecord
  artifact: ArtifactRecord
}

/** What the API shows, by the name of its type. */
export type ThingType = keyof Records

/** The record that is kept of a type. */
export type RecordOf<Type extends ThingType> = Records[Type]

/** A record as the API shows it. */
export interface Rendered {
  readonly json: Readonly<Record<string, unknown>>
  readonly text: string
  readonly etag: string
}

/** An answer that is not what the API's document promises: a fault of the mock, never of its user. */
export class BrokenAnswer extends Error {}

const validators: Readonly<Record<ThingType, Validate | undefined>> = {
  organization: responses['organization.get'][200],
  role: responses['roles.get'][200],
  team: responses['teams.get'][200],
  user: responses['users.get'][200],
  project: responses['projects.get'][200],
  member: responses['projects.members.get'][200],
  artifact: responses['artifacts.get'][200],
}

/** Throws when the JSON is not what the validator takes. */
export function assertPromised(
  name: string,
  validate: Validate | undefined,
  json: unknown,
): undefined {
  if (validate === undefined || validate(json)) return
  const faults = (validate.errors ?? []).map(
    ({ instancePath, message }) => `${instancePath === '' ? '/' : instancePath} ${message ?? ''}`,
  )
  throw new BrokenAnswer(
    `The mock's answer to ${name} breaks the API's document: ${faults.join('; ')}.`,
  )
}

const versions = new WeakMap<object, Rendered>()

/** A record is made into JSON, validated and serialised once per version. */
export function render<Type extends ThingType>(type: Type, record: RecordOf<Type>): Rendered {
  const known = versions.get(record)
  if (known !== undefined) return known
  const shown = show(type, record)
  const etag = digest(canonical(shown), 12)
  const json = { ...shown, etag }
  assertPromised(`a ${type}`, validators[type], json)
  const rendered = { json, text: JSON.stringify(json), etag }
  versions.set(record, rendered)
  return rendered
}

function show<Type extends ThingType>(type: Type, record: RecordOf<Type>): Record<string, unknown> {
  const { id, sequence: _, createdAt, ...rest } = record
  const json: Record<string, unknown> = { id, ...rest, createdAt }
  if (type === 'member') {
    // A member's project is named by the path, and when it was added is not shown.
    delete json.project
    delete json.createdAt
  }
  return json
}
