import { derived, type DerivedFact } from '../language/derived-fields.ts'
import { recorded } from '../language/recorded-fields.ts'
import type { Shape, Shapes } from '../language/shape.ts'
import { memo } from '../../shared/memo.ts'

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
