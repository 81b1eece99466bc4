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
 * What is bound where. The evaluator reads nothing else in a place, and the check names what is not
 * there.
 *
 * - `call`: guards on an operation, and cases that are asked whatever the body says.
 * - `change`: guards on the action of one change, and the cases of a key.
 * - `question`: guards on an action that is asked of a resource by itself, without a call.
 * - `event`: the conditions, values and texts of effects.
 * - `source`: the conditions of sources. They are about the project: no call is made there, and who
 *   somebody is, the source itself says by what it goes through.
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

/** Where a condition or a text stands. */
export type Place = keyof typeof rootsIn

const sets: Readonly<Record<Place, ReadonlySet<string>>> = {
  call: new Set(rootsIn.call),
  change: new Set(rootsIn.change),
  question: new Set(rootsIn.question),
  event: new Set(rootsIn.event),
  source: new Set(rootsIn.source),
  bound: new Set(rootsIn.bound),
}

/** Whether the place binds what the field is of. */
export const binds = (place: Place, root: string): boolean => sets[place].has(root)

const ownOf = <Value>(
  table: Readonly<Record<string, Readonly<Record<string, Value>>>>,
  root: string,
): Readonly<Record<string, Value>> | undefined =>
  Object.hasOwn(table, root) ? table[root] : undefined

/** A field taken apart. */
export interface FieldPath {
  readonly root: string
  readonly path: readonly string[]
  /** What it is of, and what else it needs: `user.inTeam` is of a user and a team. */
  readonly roots: readonly string[]
  /** How it is worked out, for what is not simply there. */
  readonly fact: DerivedFact | undefined
}

/** Takes a field apart; once for each. */
export const fieldPath = memo((field: string): FieldPath => {
  const [root = '', ...path] = field.split('.')
  const facts = ownOf<DerivedFact>(derived, root)
  const [name = ''] = path
  const fact = path.length === 1 && facts && Object.hasOwn(facts, name) ? facts[name] : undefined
  const { beside } = fact ?? {}
  return { root, path, roots: beside === undefined ? [root] : [root, beside], fact }
})

/** What the field of that dotted name holds, or an entry of a map; undefined where there is no such field. */
export const shapeAmong = (shapes: Shapes, name: string): Shape | undefined => {
  if (Object.hasOwn(shapes, name)) return shapes[name]
  const dot = name.lastIndexOf('.')
  if (dot < 1 || dot === name.length - 1) return undefined
  const above = name.slice(0, dot)
  // A map whose keys are all named has no others.
  const isNamed = Object.keys(shapes).some((one) => one.startsWith(`${above}.`))
  const around = isNamed ? undefined : shapeAmong(shapes, above)
  return around === 'map' || around === 'any' ? 'any' : undefined
}

/** What a field of a resource, of the actor or of the platform holds. */
export const shapeOfRecorded = ({ root, path, fact }: FieldPath): Shape | undefined => {
  if (fact) return fact.shape
  const shapes = ownOf<Shape>(recorded, root)
  return shapes && shapeAmong(shapes, path.join('.'))
}

/** Everything that a call of the operation can name: by its path, by its body, and what those bring along. */
export const resourcesNamedBy = (operation: OperationId): readonly (keyof Resources)[] => {
  const named = new Set<string>([...pathParametersOf(operation), ...namedInBody(operation)])
  if (named.has('artifact')) named.add('project')
  if (named.has('member')) named.add('user').add('team')
  return resourceNames.filter((name) => named.has(name))
}

/** What the body or query of the operation may state. */
export const statedBy = (operation: OperationId): Shapes => inputFields[operation]

/** What the operation makes, which effects speak of as if the call had named it. */
export const madeBy = (operation: OperationId): keyof Resources | undefined =>
  resourceNames.find((name) => name === contract[operation].creates)

const created: ReadonlySet<string | undefined> = new Set(
  Object.values(contract).map(({ creates }) => creates),
)

/** Whether there is an operation that makes one: effects speak of it as it is after the call. */
export const isMade = (name: keyof Resources): boolean => created.has(name)
