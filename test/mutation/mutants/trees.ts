import type { Condition } from '../../../mocks/policy/language/condition.ts'
import type { Requirement } from '../../../mocks/policy/language/requirement.ts'
import { replaced, type Variant } from './mutant.ts'

/** A node of a tree, taken apart. */
interface Node<T> {
  word: 'all' | 'any'
  parts: readonly T[]
  /** The same node with other parts, or the other operator. */
  make(word: 'all' | 'any', parts: readonly T[]): T
}

type NodeOf<T> = (tree: T) => Node<T> | undefined

/** Every part of every node dropped, and every `all` and `any` of two parts or more swapped. */
function* ofNodes<T>(tree: T, nodeOf: NodeOf<T>): Generator<Variant<T>> {
  const node = nodeOf(tree)
  if (!node) return
  const { word, parts, make } = node
  if (parts.length > 1) {
    const other = word === 'all' ? 'any' : 'all'
    yield { what: `${word} made ${other}`, value: make(other, parts) }
  }
  for (const [index, part] of parts.entries()) {
    const at = `${word}[${index}]`
    yield { what: `${at} dropped`, value: make(word, replaced(parts, index)) }
    for (const { what, value } of ofNodes(part, nodeOf)) {
      yield { what: `${at}.${what}`, value: make(word, replaced(parts, index, value)) }
    }
  }
}

const nodeOfRequirement: NodeOf<Requirement> = (tree) => {
  const make = (word: 'all' | 'any', parts: readonly Requirement[]): Requirement =>
    word === 'all' ? { all: parts } : { any: parts }
  if ('all' in tree) return { word: 'all', parts: tree.all, make }
  if ('any' in tree) return { word: 'any', parts: tree.any, make }
  return undefined
}

const nodeOfCondition: NodeOf<Condition> = (tree) => {
  const make = (word: 'all' | 'any', parts: readonly Condition[]): Condition =>
    word === 'all' ? { all: parts } : { any: parts }
  if ('all' in tree) return { word: 'all', parts: tree.all, make }
  if ('any' in tree) return { word: 'any', parts: tree.any, make }
  return undefined
}

/** A requirement without each of its parts, and with each `all` and `any` swapped. */
export function* variantsOfRequirement(tree: Requirement): Generator<Variant<Requirement>> {
  if ('nothing' in tree) yield { what: 'never met', value: { any: [] } }
  else if (!('all' in tree) && !('any' in tree)) yield { what: 'dropped', value: { nothing: true } }
  else yield* ofNodes(tree, nodeOfRequirement)
}

/** A condition inverted, without each of its parts, and with each `all` and `any` swapped. */
export function* variantsOfCondition(tree: Condition): Generator<Variant<Condition>> {
  yield { what: 'negated', value: { not: tree } }
  yield* ofNodes(tree, nodeOfCondition)
}
