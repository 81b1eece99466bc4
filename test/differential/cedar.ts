import { readFileSync } from 'node:fs'
import {
  type CedarValueJson,
  type Context,
  type EntityJson,
  preparsePolicySet,
  type Response,
  type StatefulAuthorizationCall,
  statefulIsAuthorized,
  type TypeAndId,
} from '@cedar-policy/cedar-wasm/nodejs'

/** An entity as policies see it. */
export interface Entity {
  attrs?: Record<string, CedarValueJson>
  /** Its parents. */
  parents?: readonly TypeAndId[]
  /** Attributes whose names are data. */
  tags?: Record<string, CedarValueJson>
}

/** One question, in Cedar's form. */
export interface Request {
  principal: TypeAndId
  action: string
  resource: TypeAndId
  context?: Context
}

export const entity = (type: string, id: string): TypeAndId => ({ type, id })

/** A reference to an entity as a value. */
export const ref = (type: string, id: string): CedarValueJson => ({ __entity: entity(type, id) })

/** Every entity of a world. */
export class Entities {
  readonly #all = new Map<string, EntityJson>()

  add(uid: TypeAndId, { attrs = {}, parents = [], tags = {} }: Entity): void {
    this.#all.set(keyOf(uid), { uid, attrs, parents: [...parents], tags })
  }

  /**
   * The entities that a question about these can reach: Cedar parses all of its input each time. An
   * entity without attributes matters to its members, and not to entities that only name it.
   */
  around(...roots: readonly CedarValueJson[]): EntityJson[] {
    const found = new Map<string, EntityJson>()
    const visit = (value: CedarValueJson): void => {
      if (isUid(value)) reach(value)
      else if (typeof value === 'object' && value !== null) Object.values(value).forEach(visit)
    }
    const reach = (uid: TypeAndId, isParent = false): void => {
      const key = keyOf(uid)
      const one = this.#all.get(key)
      if (one === undefined || found.has(key)) return
      const own = { ...one.attrs, ...one.tags }
      if (!isParent && Object.keys(own).length === 0) return
      found.set(key, one)
      for (const parent of one.parents) if ('type' in parent) reach(parent, true)
      visit(own)
    }
    for (const root of roots) visit(root)
    return [...found.values()]
  }
}

const keyOf = ({ type, id }: TypeAndId): string => `${type}::${id}`

const isUid = (value: unknown): value is TypeAndId =>
  typeof value === 'object' && value !== null && 'type' in value && 'id' in value

/** The text of a policy file beside the module. */
export const policiesIn = (file: string, module: string): string =>
  readFileSync(new URL(file, module), 'utf8')

/** Registers a set of policies with Cedar under that name. */
export function load(name: string, policies: string): void {
  const answer = preparsePolicySet(name, { staticPolicies: policies })
  if (answer.type === 'failure') {
    throw new Error(answer.errors.map(({ message }) => message).join('\n'))
  }
}

/** A request with everything that its answer depends on. */
export function prepare(
  policies: string,
  entities: Entities,
  { principal, action, resource, context = {} }: Request,
): StatefulAuthorizationCall {
  return {
    principal,
    action: entity('Action', action),
    resource,
    context,
    preparsedPolicySetId: policies,
    entities: entities.around({ ...principal }, { ...resource }, context),
  }
}

/** Cedar's answer with its reasons. A policy that cannot be evaluated is a fault of the test. */
export function authorize(call: StatefulAuthorizationCall): Response {
  const answer = statefulIsAuthorized(call)
  const errors =
    answer.type === 'failure'
      ? answer.errors
      : answer.response.diagnostics.errors.map(({ error }) => error)
  if (errors.length > 0 || answer.type === 'failure') {
    throw new Error(
      `${JSON.stringify(call.action)}: ${errors.map(({ message }) => message).join('\n')}`,
    )
  }
  return answer.response
}

/** Cedar's answer by the policies of that name. */
export function isAuthorized(policies: string, entities: Entities, request: Request): boolean {
  return authorize(prepare(policies, entities, request)).decision === 'allow'
}
