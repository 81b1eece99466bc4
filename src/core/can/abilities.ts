import type { AccessResource, ActionSearchResponse, Decision } from '../../generated/models.ts'
import type { OperationId } from '../../generated/operations.ts'
import type { AnyKeys, PolicyKeys } from '../../generated/policies.ts'
import { pathNames, readArguments } from '../send/arguments.ts'
import type { Operations } from '../send/operations.ts'
import type { Identity } from '../token/identity.ts'
import { listPages } from '../answers/paging.ts'
import { me, organization, typeOfThing } from './question.ts'
import { isRecord } from '../base/kind-of.ts'
import type { RequestOptions } from '../options/request-options.ts'
import type { Send } from '../send/send.ts'

/** Whether an action is allowed: with any arguments, with none, or depending on them. */
export type Outcome = Decision['outcome']

/** What the caller may do to one resource, as of the time of the question. */
export interface Abilities<K extends PolicyKeys = AnyKeys> {
  /** The resource that was asked about. */
  readonly resource: AccessResource
  /** The outcome of each action that is not a no, as plain data to keep or to send. */
  readonly outcomes: Readonly<Record<string, Outcome>>
  /**
   * Answers whether an operation on the resource, or a permission of the policy, is allowed. `yes` and
   * `no` hold for all arguments; for `depends`, ask `client.can` once the arguments are known.
   * Operations on other resources are `depends`. A `yes` does not cover what the platform offers to
   * nobody, such as a key of the body that its policy leaves out.
   *
   * @example
   * button.hidden = abilities.can('projects.delete') === 'no'
   */
  can(action: OperationId | K['permission']): Outcome
}

type Said = Pick<ActionSearchResponse, 'results'> & Partial<ActionSearchResponse>

// One page holds all actions of any policy of ours.
const limit = 200

/**
 * Reads an action's outcome. An action that is named twice has the worse of both. A server without outcomes
 * names the allowed actions alone; properties that say anything else are a no.
 */
function outcomeOf(properties: unknown = { outcome: 'yes' }, before: Outcome = 'yes'): Outcome {
  const { outcome, allowed = true }: Readonly<Record<string, unknown>> = isRecord(properties)
    ? properties
    : {}
  if (before === 'no' || allowed !== true) return 'no'
  if (outcome === 'yes') return before
  return outcome === 'depends' ? outcome : 'no'
}

/** Asks for all that the caller may do to the resource, page by page, as one person. */
export async function readAbilities(
  operations: Operations,
  send: Send,
  identity: Identity,
  resource: AccessResource = organization,
  options?: RequestOptions,
): Promise<Abilities> {
  const { operation } = operations.find('access.searchActions')
  const args = readArguments(operation, [undefined, options])
  const actions = await listPages(async (token) => {
    const page = { limit, token }
    const input = { subject: me, resource, context: { rolecall: { outcomes: true } }, page }
    const answer = await send<Said>(operation, { ...args, input }, identity)
    // A server without pages leaves this out.
    const { results: data, page: next } = answer.data
    return {
      ...answer,
      data: { data, nextCursor: next?.next_token ?? null },
    }
  }).toArray()
  const found = new Map<string, Outcome>()
  for (const { name, properties } of actions) {
    found.set(name, outcomeOf(properties, found.get(name)))
  }

  const typeOf = (id: string) => typeOfThing(pathNames(operations.find(id).operation))

  return {
    resource,
    outcomes: Object.fromEntries([...found].filter(([, outcome]) => outcome !== 'no')),
    can(action) {
      return (
        found.get(action) ??
        (operations.has(action) && typeOf(action) !== resource.type ? 'depends' : 'no')
      )
    },
  }
}
