import { type OperationId, operations } from '../../src/generated/operations.ts'
import { isOperation } from '../policy/world/operations.ts'

/** The operation of a request, or the methods of its path if it has another one. */
export type Route =
  | { readonly operation: OperationId; readonly args: readonly string[] }
  | { readonly allow: readonly string[] }

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
  const operation = node.methods.get(method === 'HEAD' ? 'GET' : method)
  if (operation !== undefined) return { operation, args }
  return node.methods.size === 0 ? undefined : { allow: allowed([...node.methods.keys()]) }
}

/** GET implies HEAD. */
const allowed = (methods: readonly string[]): readonly string[] =>
  methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]))

function childFor(node: Node, segment: string): Node {
  if (segment.startsWith('{')) return (node.parameter ??= makeNode())
  let child = node.literals.get(segment)
  if (child === undefined) node.literals.set(segment, (child = makeNode()))
  return child
}

function decode(segment: string): string | undefined {
  if (segment === '') return undefined
  if (!segment.includes('%')) return segment
  try {
    return decodeURIComponent(segment)
  } catch {
    return undefined
  }
}
