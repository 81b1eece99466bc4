import type { AccessResource, ActionSearchResponse, Decision } from '../generated/models.ts'
import type { OperationId } from '../generated/operations.ts'
import type { AnyKeys, PolicyKeys } from '../generated/policies.ts'
import type { AccessClient } from '../generated/resources/access.ts'
import { readArguments } from './arguments.ts'
import type { Core } from './core.ts'
import { listPages } from './paging.ts'
import { me, organization, typeOfThing } from './question.ts'
import type { RequestOptions } from './request-options.ts'

/** Whether an action is allowed, whatever the arguments of the call: if not, it may depend on them. */
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
   * they are known. What is about other things depends on those.
   *
   * @example
   * button.hidden = abilities.can('projects.delete') === 'no'
   */
  can(action: OperationId | K['permission']): Outcome
}

// A page that holds all of any policy we know.
const limit = 200

// A server that knows no outcomes names what is allowed. Anything else than these three words is no yes.
function outcomeOf({ outcome = 'yes' }: Readonly<Record<string, unknown>> = {}): Outcome {
  return outcome === 'yes' || outcome === 'depends' ? outcome : 'no'
}

/** Asks for all that one may do to the resource. */
export async function readAbilities(
  core: Core,
  access: Pick<AccessClient, 'searchActions'>,
  resource: AccessResource = organization,
  options?: RequestOptions,
): Promise<Abilities> {
  const actions = await listPages(async (token) => {
    const page = { limit, ...(token && { token }) }
    const answer = await access
      .searchActions({ subject: me, resource, context: { outcomes: true }, page }, options)
      .withResponse()
    // A server that has no pages says nothing of them.
    const { results, page: next }: Partial<ActionSearchResponse> = answer.data
    return {
      ...answer,
      text: '',
      data: { data: results ?? [], nextCursor: next?.next_token ?? null },
    }
  }).toArray()
  const found = new Map(
    actions
      .map(({ name, properties }): [string, Outcome] => [name, outcomeOf(properties)])
      .filter(([, outcome]) => outcome !== 'no'),
  )

  const typeOf = (id: string) => typeOfThing(readArguments(core.find(id).operation, []).names)

  return {
    resource,
    outcomes: Object.fromEntries(found),
    can(action) {
      return (
        found.get(action) ??
        (core.has(action) && typeOf(action) !== resource.type ? 'depends' : 'no')
      )
    },
  }
}
