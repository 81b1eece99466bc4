import { type OperationId, operations } from '../../src/generated/operations.ts'
import { neededBy } from '../policy-check/checks/bodies.ts'
import { resourcesIn } from '../policy-diff/resources.ts'
import { isNamedType, type Resource } from '../policy/world/resources.ts'
import { referenceTo } from './references.ts'
import { type Stock, valuesOf } from './values.ts'

/** A call that an example may show. */
export interface Candidate {
  readonly args: readonly unknown[]
  /** What the resource is that the path names by its id. */
  readonly about?: string
}

/** The most bodies that are tried with each path. */
const most = { bases: 60, varied: 6, bodies: 150 } as const

/** Calls of an operation in the scenario: paths and bodies in all pairs, the first of each first. */
export function candidatesOf(stock: Stock, operation: OperationId): readonly Candidate[] {
  const paths = pathsOf(stock, operation)
  const pairs = bodiesOf(stock, operation).flatMap((body, at) =>
    paths.map((path, index) => ({
      order: at + index,
      candidate: { ...path, args: body === undefined ? path.args : [...path.args, body] },
    })),
  )
  return pairs.toSorted((a, b) => a.order - b.order).map(({ candidate }) => candidate)
}

/** The path arguments that name each resource of the scenario. */
export function pathsOf(stock: Stock, operation: OperationId): readonly Candidate[] {
  const { parameters } = operations[operation]
  const type = parameters.findLast(isNamedType)
  if (type === undefined) return [{ args: [] }]
  const named = resourcesIn(stock.world).filter((one) => one.type === type)
  return named.flatMap(({ name, resource }): readonly Candidate[] => {
    const names = parameters
      .filter(isNamedType)
      .map((one) => referenceTo(stock.world, one, resource))
    if (names.includes(undefined)) return []
    // A key or an e-mail address says by itself what it names.
    const isPlain = names.at(-1) === name
    const more = isPlain ? {} : { about: type === 'artifact' ? name : `${type} ${name}` }
    if (parameters.every(isNamedType)) return [{ args: names, ...more }]
    return runsOf(stock, resource).map((run) => ({ args: [...names, run], ...more }))
  })
}

/** The names of the actions that the artifact's kind has for itself. */
function runsOf({ policy }: Stock, { resources: { artifact } }: Resource): readonly string[] {
  return Object.keys(policy.kinds[artifact?.kind ?? '']?.run ?? {})
}

function bodiesOf(stock: Stock, operation: OperationId): readonly unknown[] {
  const { input, mergePatch } = operations[operation]
  if (input !== 'body') return [undefined]
  const { keys = {} } = stock.policy.changes[operation] ?? {}
  const needed = neededBy(stock.policy, operation)
  const bases = needed.reduce<readonly object[]>(
    (made, key) =>
      valuesOf(stock, operation, key)
        .flatMap((value) => made.map((body) => ({ ...body, [key]: value })))
        .slice(0, most.bases),
    [{}],
  )
  const varied = Object.keys(keys)
    .filter((key) => !needed.includes(key))
    .flatMap((key) =>
      valuesOf(stock, operation, key).flatMap((value) =>
        bases.slice(0, most.varied).map((body) => ({ ...body, [key]: value })),
      ),
    )
  return [...(mergePatch === true ? [] : bases), ...varied].slice(0, most.bodies)
}
