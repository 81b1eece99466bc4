import { mentions } from './print-type.ts'
import type { Operation, Spec } from './spec.ts'

/**
 * The names of models in requests that contain keys of a policy, directly or through another model. They
 * take the types of the keys as `K`. Models of answers stay open.
 */
export function keyedInputs(spec: Spec): ReadonlySet<string> {
  const bodies = spec.operations.flatMap(({ body }) => (body ? [body.model] : []))
  const reachable = new Set<string>()
  const visit = (model: string): void => {
    if (reachable.has(model)) return
    reachable.add(model)
    mentions(spec.schemas[model] ?? {}).models.forEach(visit)
  }
  bodies.forEach(visit)

  const keyed = new Set<string>()
  const isKeyed = (model: string): boolean => {
    const { models, keyed: own } = mentions(spec.schemas[model] ?? {})
    return own || models.some((other) => keyed.has(other))
  }
  for (let size = -1; size !== keyed.size;) {
    size = keyed.size
    for (const model of reachable) if (isKeyed(model)) keyed.add(model)
  }
  for (const { query } of spec.operations)
    if (query?.parameters.some(({ schema }) => mentions(schema).keyed)) keyed.add(query.model)
  return keyed
}

/** The type of a model for callers: `RoleCreate<K>` or `TeamCreate`. */
export const inputType = (model: string, keyed: ReadonlySet<string>) =>
  keyed.has(model) ? `${model}<K>` : model

/** The models of an operation's arguments. */
export const inputModels = ({ body, query }: Operation): string[] =>
  [body?.model, query?.model].filter((model) => model !== undefined)
