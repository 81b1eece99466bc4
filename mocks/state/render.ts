import { operationsOn } from '../generated/contract.ts'
import { type Fault, responsesOf, type Validate } from '../generated/validators.js'
import type { Records, ResourceType } from '../policy/language/resource-types.ts'
import { canonical, digest } from './hash.ts'

/** The record of a type of resource. */
export type RecordOf<Type extends ResourceType> = Records[Type]

/** A record in the form that the API shows. */
export interface Rendered {
  readonly json: Readonly<Record<string, unknown>>
  readonly text: string
  /** Missing for types that are never updated. */
  readonly etag?: string
}

/** An answer that breaks the API's document: a fault of the mock, never of its user. */
export class BrokenAnswer extends Error {
  readonly faults: readonly Fault[]
  /** The faults in words. */
  readonly told: string

  constructor(name: string, faults: readonly Fault[]) {
    const told = faults
      .map(
        ({ instancePath, message }) =>
          `${instancePath === '' ? '/' : instancePath} ${message ?? ''}`,
      )
      .join('; ')
    super(`The mock's answer to ${name} breaks the API's document: ${told}.`)
    this.faults = faults
    this.told = told
  }
}

/** Keys that the API shows of no record. */
const alwaysHidden: readonly string[] = ['sequence', 'externalId', 'properties']

/** Further keys of records that the API does not show. */
const hidden: Readonly<Partial<Record<ResourceType, readonly string[]>>> = {
  role: ['grants', 'afterRevocation'],
  user: ['revoked'],
  // A member's project is named by the path.
  member: ['project', 'createdAt'],
  // tokens.create and tokens.get add it for those who may see it.
  token: ['value'],
}

/** Types that are never updated, and so have no etag. */
const unversioned: readonly ResourceType[] = ['invitation', 'token']

/** Throws if the JSON is invalid. */
export function assertPromised(
  name: string,
  validate: Validate | undefined,
  json: unknown,
): undefined {
  if (validate === undefined || validate(json)) return
  throw new BrokenAnswer(name, validate.errors ?? [])
}

const versions = new WeakMap<object, Rendered>()

/** Renders, validates and serialises a record, once per version. */
export function render<Type extends ResourceType>(type: Type, record: RecordOf<Type>): Rendered {
  const known = versions.get(record)
  if (known !== undefined) return known
  const shown = show(type, record)
  const version = unversioned.includes(type) ? {} : { etag: digest(canonical(shown), 12) }
  const json = { ...shown, ...version }
  assertWhole(type, json)
  const rendered = { json, text: JSON.stringify(json), ...version }
  versions.set(record, rendered)
  return rendered
}

/** Throws if the API could not show the record. Keeps nothing: a scenario may list millions. */
export function assertShowable<Type extends ResourceType>(
  type: Type,
  record: RecordOf<Type>,
): void {
  const json = show(type, record)
  if (!unversioned.includes(type)) json.etag = anyTag
  assertWhole(type, json)
}

const anyTag = '0'.repeat(12)

const assertWhole = (type: ResourceType, json: unknown): void =>
  assertPromised(`a ${type}`, responsesOf(operationsOn[type].get)[200], json)

function show<Type extends ResourceType>(
  type: Type,
  record: RecordOf<Type>,
): Record<string, unknown> {
  const { id, createdAt } = record
  const unseen: readonly string[] = hidden[type] ?? []
  // Keys are added, and none is deleted: an object that has lost one is slow to serialise.
  const json: Record<string, unknown> = { id }
  for (const [key, value] of Object.entries(record)) {
    if (alwaysHidden.includes(key) || key === 'createdAt' || unseen.includes(key)) continue
    json[key] = value
  }
  if (!unseen.includes('createdAt')) json.createdAt = createdAt
  return json
}
