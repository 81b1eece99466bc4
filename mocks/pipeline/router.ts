import { type OperationId, operations } from '../../src/generated/operations.ts'
import { isOperation } from '../policy/world/operations.ts'

/** The operation of a request, or those of its path if it has another method. */
export type Route =
  | { readonly operation: OperationId; readonly args: readonly string[] }
  | OtherMethods

/** A path whose operations have other methods. */
export interface OtherMethods {
  /** The methods of the path, with HEAD. */
  readonly allow: readonly string[]
  readonly methods: ReadonlyMap<string, OperationId>
}

interface Node {
  readonly literals: Map<string, Node>
  parameter?: Node
  readonly methods: Map<string, OperationId>
}

const makeNode = (): Node => ({ literals: new Map(), methods: new Map() })

const root = makeNode()

for (const [id, { method, path }] of Object.entries(operations)) {
  let node = root
  for (const segment of path.split('/')) node = childFor(node, segment)
  if (isOperation(id)) node.methods.set(method, id)
}

/** Finds the operation for a method and a path; undefined for an unknown path. */
export function route(method: string, path: string): Route | undefined {
  const args: string[] = []
  let node = root
  for (const segment of path.split('/')) {
    const literal = node.literals.get(segment)
    if (literal !== undefined) {
      node = literal
      continue
    }
    const argument = decode(segment)
    if (node.parameter === undefined || argument === undefined) return undefined
    args.push(argument)
    node = node.parameter
  }
  const { methods } = node
  const operation = methods.get(methodMeant(method))
  if (operation !== undefined) return { operation, args }
  return methods.size === 0 ? undefined : { allow: allowed([...methods.keys()]), methods }
}

/** The method that names the operation: HEAD calls that of GET. */
export const methodMeant = (method: string): string => (method === 'HEAD' ? 'GET' : method)

/** GET implies HEAD. */
const allowed = (methods: readonly string[]): readonly string[] =>
  methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]))

function childFor(node: Node, segment: string): Node {
  if (segment.startsWith('{')) return (node.parameter ??= makeNode())
  let child = node.literals.get(segment)
  if (child === undefined) node.literals.set(segment, (child = makeNode()))
  return child
}

/** Decodes a segment of a path; undefined if it is empty or malformed. */
export function decode(segment: string): string | undefined {
  if (segment === '') return undefined
  if (!segment.includes('%')) return segment
  try {
    return decodeURIComponent(segment)
  } catch {
    return undefined
  }
}
