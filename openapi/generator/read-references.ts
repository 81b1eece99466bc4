import type { Document, Schema } from './document.ts'
import { refName } from './names.ts'

/** The types that a string can name: keys of a policy, and resources. */
export const referenceTypes = [
  'permission',
  'role',
  'grant',
  'kind',
  'user',
  'team',
  'project',
] as const
type ReferenceType = (typeof referenceTypes)[number]

const places = ['organization', 'team', 'project'] as const

/** The parts that a resource can play in a call, with the type of each. */
const parts = { user: 'user', team: 'team', project: 'project', destination: 'project' } as const

/** A place of a body or query with a reference. */
export interface ReferencePlace {
  /** The keys that lead there; `*` stands for each item of a list and each value of a map. */
  readonly at: readonly string[]
  /** The type that is named; undefined if `typeFrom` has it. */
  readonly type?: ReferenceType
  /** The property beside it that has the type, and the types that it can have. */
  readonly typeFrom?: string
  readonly types?: readonly ReferenceType[]
  /** Whether the names of the object's properties are the references. */
  readonly isKey?: true
  /** The place where the role is held, or the grant ticked. */
  readonly in?: (typeof places)[number]
  readonly as?: keyof typeof parts
  readonly isContainer?: true
  readonly former?: true
  readonly orDefault?: true
}

/** Deep enough for every input, and an end for schemas that contain themselves. */
const deepest = 6

/** All references in the schema of a body or query. */
export function readReferences(
  schema: Schema,
  { components }: Document,
  fault: (text: string) => void,
): readonly ReferencePlace[] {
  const read = (
    reference: Schema,
    at: readonly string[],
    around: Schema = {},
  ): readonly ReferencePlace[] => {
    const model = refName(reference)
    const node = model === undefined ? reference : components?.schemas?.[model]
    if (node === undefined || at.length > deepest) return []
    const { properties = {}, items, anyOf = [], oneOf = [], additionalProperties } = node
    const values = [items, additionalProperties].filter((one) => typeof one === 'object')
    return [
      ...referenceAt(node, at, around, (text) => fault(`has ${text} at /${at.join('/')}.`)),
      ...Object.entries(properties).flatMap(([name, one]) => read(one, [...at, name], node)),
      ...values.flatMap((one) => read(one, [...at, '*'], node)),
      ...[...anyOf, ...oneOf].flatMap((one) => read(one, at, around)),
    ]
  }
  return read(schema, [])
}

function referenceAt(
  node: Schema,
  at: readonly string[],
  around: Schema,
  fault: (text: string) => void,
): readonly ReferencePlace[] {
  const detail = Object.keys(node).find((key) => details.has(key))
  if (node['x-key'] === undefined && node['x-key-from'] === undefined) {
    if (detail !== undefined) fault(`${detail} without an x-key, which says what is named,`)
    return []
  }
  const fits = node.type === 'object' || [node.type].flat().includes('string')
  if (!fits) fault('x-key on what is neither a string nor an object with keys')
  if (node['x-new']) return []
  const named = typeOf(node, around, fault)
  return [
    {
      at,
      ...named,
      ...(node.type === 'object' && { isKey: true }),
      ...placeOf(node, at, fault),
      ...partOf(node, fault),
      ...(node['x-former'] && { former: true }),
      ...(node['x-or-default'] && { orDefault: true }),
    },
  ]
}

const details: ReadonlySet<string> = new Set([
  'x-in',
  'x-as',
  'x-container',
  'x-former',
  'x-new',
  'x-or-default',
])

type Fault = (text: string) => void
type Part<Key extends keyof ReferencePlace> = Partial<Pick<ReferencePlace, Key>>

function typeOf(node: Schema, around: Schema, fault: Fault): Part<'type' | 'typeFrom' | 'types'> {
  const { 'x-key': key, 'x-key-from': from } = node
  if (from !== undefined) {
    const listed = around.properties?.[from]?.enum ?? []
    const types = referenceTypes.filter((type) => listed.includes(type))
    if (types.length === 0)
      fault(`x-key-from ${from}, and no property ${from} beside it that lists types,`)
    return { typeFrom: from, types }
  }
  const type = referenceTypes.find((one) => one === key)
  if (type === undefined) fault(`x-key ${key}, which is none of ${listed(referenceTypes)},`)
  if (node['x-former'] && type !== 'user') fault('x-former on what is no user')
  if (node['x-or-default'] && type !== 'role') fault('x-or-default on what is no role')
  return type === undefined ? {} : { type }
}

function placeOf(node: Schema, at: readonly string[], fault: Fault): Part<'in'> {
  const { 'x-key': key, 'x-in': where } = node
  const isHeld = key === 'role' || key === 'grant'
  if (where === undefined) {
    if (key === 'grant') fault('a grant without x-in, which says where it is ticked,')
    return {}
  }
  const place = places.find((one) => one === where)
  if (!isHeld) fault('x-in on what is neither a role nor a grant')
  else if (place === undefined) fault(`x-in ${where}, which is none of ${listed(places)},`)
  else if (key === 'role' && place === 'project' && at.at(-1) !== '*')
    fault('a role in a project that is no value of a map from categories')
  return place === undefined ? {} : { in: place }
}

function partOf(node: Schema, fault: Fault): Part<'as' | 'isContainer'> {
  const { 'x-key': key, 'x-as': as, 'x-container': isContainer } = node
  if (as === undefined) {
    if (isContainer) fault('x-container without x-as, which says what it is to the call,')
    return {}
  }
  if (!isPart(as)) {
    fault(`x-as ${as}, which is none of ${listed(Object.keys(parts))},`)
    return {}
  }
  if (key !== parts[as]) fault(`x-as ${as}, which is a ${parts[as]}, on a ${key}`)
  return { as, ...(isContainer && { isContainer }) }
}

const isPart = (name: string): name is keyof typeof parts => Object.hasOwn(parts, name)

const listed = (names: readonly string[]): string => names.join(', ')
