import type { OperationId } from '../../../src/generated/operations.ts'
import { contract } from '../../generated/contract.ts'
import { resourceOf } from '../../policy/index.ts'
import { isNamedType } from '../../policy/world/resources.ts'
import { isEnforcementPoint } from '../../policy/world/enforcement-point.ts'
import type { Refused } from '../../message/refusal.ts'
import type { Sequenced } from '../../state/ordered.ts'
import type { Store } from '../../state/store.ts'
import { readCursor, writeCursor } from '../list.ts'
import { page } from '../page.ts'
import { json, type Reply } from '../../platform/reply.ts'
import type { Input } from '../../message/validate.ts'
import { effortOf, mostEffort } from './effort.ts'
import { decideQuestion, inSight, subjectOf } from './decide-question.ts'
import type { AccessQuestion, AccessWork } from './question.ts'

const usual = 50

interface Search {
  readonly operation: OperationId
  readonly page?: { readonly token?: string; readonly limit?: number }
  /** What was searched for: a token belongs to it. */
  readonly wanted: object
  /** What it takes to test one candidate. A page ends before that is too much for one request. */
  readonly effort: number
}

const isAllowed = (work: AccessWork, question: AccessQuestion): boolean =>
  decideQuestion(work, question, false).allowed

/** Users who may do the action to the resource. */
export function searchSubjects(
  work: AccessWork & { readonly store: Store },
  input: Input<'access.searchSubjects'>,
): Reply | Refused {
  const { page: paging, ...wanted } = input
  const { subject, action, resource, context } = input
  return search(
    work,
    {
      operation: 'access.searchSubjects',
      wanted,
      effort: effortOf({ ...(context?.args && { context: { args: context.args } }) }),
      ...(paging && { page: paging }),
    },
    subject.type === 'user' ? (after) => work.store.tables.users.all.after(after) : () => [],
    'user',
    ({ id }) =>
      isAllowed(work, {
        subject: { type: 'user', id },
        action,
        resource,
        ...(context?.args && { context: { args: context.args } }),
      }),
  )
}

/** Resources of a type to which the subject may do the action; about others, those that the caller could get. */
export function searchResources(
  work: AccessWork & { readonly store: Store },
  input: Input<'access.searchResources'>,
): Reply | Refused {
  const { page: paging, ...wanted } = input
  const { subject, action, resource } = input
  const { type } = resource
  const { platform, actor } = work
  const findsAll = isEnforcementPoint(actor) || subjectOf(work, subject)?.id === actor.id
  const isFound = (id: string): boolean =>
    findsAll || !isNamedType(type) || platform.compiled.finds(platform.world, actor, { type, id })
  return search(
    work,
    { operation: 'access.searchResources', wanted, effort: 1, ...(paging && { page: paging }) },
    (after) => resourcesAfter(work.store, type, after),
    type,
    ({ id }) => isAllowed(work, { subject, action, resource: { type, id } }) && isFound(id),
  )
}

/** What needs no token is no policy's business, and allowed to whoever asks. */
const openToAll = Object.entries(contract).flatMap(([action, terms]) =>
  terms.public ? [{ action, outcome: 'yes' as const }] : [],
)

/**
 * Actions that the subject may do to the resource, whatever arguments the platform offers; if outcomes are asked
 * for, whatever or with some of them. To whom it is hidden, it is as if there were none.
 */
export function searchActions(
  work: AccessWork,
  input: Input<'access.searchActions'>,
): Reply | Refused {
  const { page: paging, ...filters } = input
  const person = subjectOf(work, input.subject)
  const { platform, world } = person === undefined ? work : inSight(work, person)
  const resource = resourceOf(world, input.resource.type, input.resource.id)
  const actions =
    person === undefined || resource === undefined || work.rehearse === undefined
      ? []
      : platform.compiled.allowedActions(world, person, resource)
  const asked = input.context?.outcomes === true
  const open = asked && resource?.type === 'organization' ? openToAll : []
  const names = [...actions, ...open].flatMap(({ action: name, outcome }) => {
    if (asked) return outcome === 'no' ? [] : [{ name, properties: { outcome } }]
    return outcome === 'yes' ? [{ name }] : []
  })
  const { token, limit } = paging ?? {}
  return page(
    names,
    { list: 'access.searchActions', filters, limit, cursor: token === '' ? undefined : token },
    (results, next) => ({ results, page: { next_token: next ?? '' } }),
  )
}

/** One page of those that the test lets through, in order of creation. */
function search<T extends Sequenced>(
  { rehearse }: AccessWork,
  { operation, page: { token, limit = usual } = {}, wanted, effort }: Search,
  candidates: (after: number) => Iterable<T>,
  type: string,
  test: (candidate: T) => boolean,
): Reply | Refused {
  const start = readCursor(token === '' ? undefined : token, operation, wanted)
  if (typeof start === 'object') return start
  const found: T[] = []
  let next_token = ''
  let tested = start
  let effortLeft = mostEffort
  for (const candidate of rehearse ? candidates(start) : []) {
    if (effortLeft <= 0) {
      next_token = writeCursor(tested, operation, wanted)
      break
    }
    effortLeft -= effort
    tested = candidate.sequence
    if (!test(candidate)) continue
    const last = found.at(-1)
    if (found.length === limit && last !== undefined) {
      next_token = writeCursor(last.sequence, operation, wanted)
      break
    }
    found.push(candidate)
  }
  return json({ results: found.map(({ id }) => ({ type, id })), page: { next_token } })
}

function resourcesAfter(store: Store, type: string, after: number): Iterable<Sequenced> {
  if (isNamedType(type)) return store.byType[type].all.after(after)
  const { organization } = store
  return type === 'organization' && after < organization.sequence ? [organization] : []
}
