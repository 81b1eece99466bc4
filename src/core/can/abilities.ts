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

/** Whether an action is allowed, whatever the arguments that the platform offers: if not, it may depend on them. */
export type Outcome = Decision['outcome']

/** What one may do to one thing, as it was when it was asked. */
export interface Abilities<K extends PolicyKeys = AnyKeys> {
  /** What it is about. */
  readonly resource: AccessResource
  /** The actions that are not a no, each with its outcome: plain data, to keep or to send. */
  readonly outcomes: Readonly<Record<string, Outcome>>
  /**
   * Whether an operation on the thing, or a permission of the policy, is allowed: `yes` and `no` for
   * sure, whatever the arguments; everything else is `depends`, and `client.can` answers it once
   * they are known. What is about other things depends on those. A `yes` says nothing of what the
   * platform offers to nobody, such as a key of the body that its policy leaves out.
   *
   * @example
   * button.hidden = abilities.can('projects.delete') === 'no'
   */
  can(action: OperationId | K['permission']): Outcome
}

type Said = Pick<ActionSearchResponse, 'results'> & Partial<ActionSearchResponse>

// A page that holds all of any policy we know.
const limit = 200

/**
 * Whether an action is allowed, and no more than it was `before`, where it is named twice. A server that knows no outcomes says nothing beside the names of what is
 * allowed; where it says something, anything else than these words is a no.
 */
function outcomeOf(properties: unknown, before: Outcome = 'yes'): Outcome {
  const { outcome, allowed = true }: Readonly<Record<string, unknown>> =
    properties === undefined ? { outcome: 'yes' } : isRecord(properties) ? properties : {}
  if (before === 'no' || allowed !== true) return 'no'
  return outcome === 'yes' ? before : outcome === 'depends' ? outcome : 'no'
}

/** Asks for all that one may do to the resource, however many pages that takes, as one person. */
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
    const input = { subject: me, resource, context: { outcomes: true }, page }
    const answer = await send<Said>(operation, { ...args, input }, identity)
    // A server that has no pages says nothing of them.
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
