import type { OperationId } from '../../../src/generated/operations.ts'
import { contract } from '../../generated/contract.ts'
import { inputFields } from '../../generated/input-fields.ts'
import { resourceNames, type Resources } from '../world/resources.ts'
import { derived, type DerivedFact, recorded, type Root } from '../language/fields.ts'
import { memo } from '../../shared/memo.ts'
import { pathParametersOf } from '../world/operations.ts'
import { namedInBody } from './references.ts'
import type { Shape, Shapes } from '../language/shape.ts'

const platform = ['organization', 'settings'] as const
const call = [...resourceNames, 'actor', 'input', 'next', ...platform] as const

/**
 * The roots of fields that are bound in each place. The evaluator reads no others, and `checkPolicy`
 * reports fields of others.
 *
 * - `call`: guards on an operation, and cases that are asked whatever the body states.
 * - `change`: guards on the action of one change, and the cases of a key.
 * - `question`: guards on an action that is asked about a resource, without a call.
 * - `event`: the conditions and values of effects.
 * - `source`: the conditions of sources. They are about the project alone: there is no call, and
 *   `through` already says whom the source is for.
 * - `bound`: the texts of invariants.
 */
export const rootsIn = {
  call,
  change: [...call, 'value'],
  question: [...resourceNames, 'actor', ...platform],
  event: call,
  source: ['project', ...platform],
  bound: platform,
} as const satisfies Readonly<Record<string, readonly Root[]>>

/** The place of a condition or a text. */
export type Place = keyof typeof rootsIn

const sets: Readonly<Record<Place, ReadonlySet<string>>> = {
  call: new Set(rootsIn.call),
  change: new Set(rootsIn.change),
  question: new Set(rootsIn.question),
  event: new Set(rootsIn.event),
  source: new Set(rootsIn.source),
  bound: new Set(rootsIn.bound),
}

/** Whether the root of a field is bound in the place. */
export const binds = (place: Place, root: string): boolean => sets[place].has(root)

const ownOf = <Value>(
  table: Readonly<Record<string, Readonly<Record<string, Value>>>>,
  root: string,
): Readonly<Record<string, Value>> | undefined =>
  Object.hasOwn(table, root) ? table[root] : undefined

/** A parsed field. */
export interface FieldPath {
  readonly root: string
  readonly path: readonly string[]
  /** All roots that must be bound: for `user.inTeam`, the user and the team. */
  readonly roots: readonly string[]
  /** For a computed fact. */
  readonly fact: DerivedFact | undefined
}

/** Parses a field, each one once. */
export const fieldPath = memo((field: string): FieldPath => {
  const [root = '', ...path] = field.split('.')
  const facts = ownOf<DerivedFact>(derived, root)
  const [name = ''] = path
  const fact = path.length === 1 && facts && Object.hasOwn(facts, name) ? facts[name] : undefined
  const { beside } = fact ?? {}
  return { root, path, roots: beside === undefined ? [root] : [root, beside], fact }
})

/** The shape of the field with the dotted name, or of a map's entry; undefined if there is no such field. */
export const shapeAmong = (shapes: Shapes, name: string): Shape | undefined => {
  if (Object.hasOwn(shapes, name)) return shapes[name]
  const dot = name.lastIndexOf('.')
  if (dot < 1 || dot === name.length - 1) return undefined
  const above = name.slice(0, dot)
  // A map whose keys are listed has no others.
  const isNamed = Object.keys(shapes).some((one) => one.startsWith(`${above}.`))
  const around = isNamed ? undefined : shapeAmong(shapes, above)
  return around === 'map' || around === 'any' ? 'any' : undefined
}

/** The shape of a field of a resource, of the caller or of the platform. */
export const shapeOfRecorded = ({ root, path, fact }: FieldPath): Shape | undefined => {
  if (fact) return fact.shape
  const shapes = ownOf<Shape>(recorded, root)
  return shapes && shapeAmong(shapes, path.join('.'))
}

/** Every resource that a call of the operation can name: in its path, in its body, or as related to one of those. */
export const resourcesNamedBy = (operation: OperationId): readonly (keyof Resources)[] => {
  const named = new Set<string>([...pathParametersOf(operation), ...namedInBody(operation)])
  if (named.has('artifact')) named.add('project')
  if (named.has('member')) named.add('user').add('team')
  return resourceNames.filter((name) => named.has(name))
}

/** The fields of the operation's body or query. */
export const statedBy = (operation: OperationId): Shapes => inputFields[operation]

/** The resource that the operation creates. Effects read it as if the call had named it. */
export const madeBy = (operation: OperationId): keyof Resources | undefined =>
  resourceNames.find((name) => name === contract[operation].creates)

const created: ReadonlySet<string | undefined> = new Set(
  Object.values(contract).map(({ creates }) => creates),
)

/** Whether an operation creates such a resource. Effects read it in its state after the call. */
export const isMade = (name: keyof Resources): boolean => created.has(name)
