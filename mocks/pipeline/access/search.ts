import type { Decision } from '../../../src/generated/models.ts'
import { contract } from '../../generated/contract.ts'
import type {
  AccessQuestion,
  ActionSearch,
  ResourceSearch,
  Search,
  SubjectSearch,
} from '../../operations/access/asked.ts'
import { effortOf, mostEffort } from '../../operations/access/effort.ts'
import { sizeOfPage, writeToken } from '../../operations/access/search-token.ts'
import { resourceNamed } from '../../policy/index.ts'
import { isEnforcementPoint } from '../../policy/world/enforcement-point.ts'
import { meaningOf, type NamedResources } from '../../policy/language/type-names.ts'
import type { Sequenced } from '../../state/ordered-nodes.ts'
import type { Store } from '../../state/store.ts'
import type { Asker } from './asker.ts'
import { believedProperties } from './believed.ts'
import { nameAs, namingOf } from './name-results.ts'
import { decideQuestion, inSight, subjectOf } from './decide-question.ts'

const isAllowed = (asker: Asker, question: AccessQuestion): boolean =>
  decideQuestion(asker, question, false).allowed

/** Finds users who may do the action to the resource. */
export function searchSubjects(asker: Asker, asked: Search & SubjectSearch): object {
  const { subject, action, resource, context } = asked.request
  const args = context?.rolecall?.args
  const given = args && { context: { rolecall: { args } } }
  const { store, compiled } = asker.platform
  const { type } = subject
  const isUser = meaningOf(compiled.policy, type)?.type === 'user'
  const about = meaningOf(compiled.policy, resource.type)?.type
  const naming = about ? namingOf(asker.world, { type: about, id: resource.id }) : 'id'
  return search(asked, {
    type,
    effort: effortOf({ ...given }),
    candidates: isUser ? store.tables.users.all.after(asked.start) : [],
    nameOf: (user) => nameAs(asker, naming, 'user', user),
    test: (id) => isAllowed(asker, { subject: { type, id }, action, resource, ...given }),
  })
}

/** Finds resources of a type to which the subject may do the action. Of other people's, it finds those that the asker could list. */
export function searchResources(asker: Asker, asked: Search & ResourceSearch): object {
  const { subject, action, resource } = asked.request
  const { type } = resource
  const { platform, actor } = asker
  const findsAll = isEnforcementPoint(actor) || subjectOf(asker, subject)?.id === actor.id
  const { compiled, store, world } = platform
  const meaning = meaningOf(compiled.policy, type)
  const naming = namingOf(world, { type: 'user', id: subject.id })
  const isFound = (id: string): boolean =>
    findsAll ||
    meaning === undefined ||
    meaning.type === 'organization' ||
    compiled.finds(world, actor, { type: meaning.type, id })
  return search(asked, {
    type,
    effort: 1,
    nameOf: (one) =>
      meaning === undefined || meaning.type === 'organization'
        ? one.id
        : nameAs(asker, naming, meaning.type, one),
    candidates: meaning === undefined ? [] : resourcesAfter(store, meaning, asked.start),
    test: (id) => isAllowed(asker, { subject, action, resource: { type, id } }) && isFound(id),
  })
}

/** Operations that need no token: no policy decides them. */
const openToAll = Object.entries(contract).flatMap(([action, terms]) =>
  terms.public ? [{ action, outcome: 'yes' as const }] : [],
)

/**
 * Finds actions that the subject may do to the resource with any arguments or, if outcomes are asked for,
 * with some. A hidden resource has none, like one that does not exist.
 */
export function searchActions(asker: Asker, asked: Search & ActionSearch): object {
  const { request, start } = asked
  const outcomes = request.context?.rolecall?.outcomes === true
  const names = decided(asker, request, outcomes).flatMap(({ action: name, outcome }) => {
    if (outcomes) return outcome === 'no' ? [] : [{ name, properties: { outcome } }]
    return outcome === 'yes' ? [{ name }] : []
  })
  const end = start + sizeOfPage(asked)
  const next_token = end < names.length ? writeToken(end, asked) : ''
  return { page: { next_token }, results: names.slice(start, end) }
}

function decided(
  asker: Asker,
  request: ActionSearch['request'],
  withOpen: boolean,
): readonly Pick<Decision, 'action' | 'outcome'>[] {
  const { type, id } = request.resource
  const person = subjectOf(asker, request.subject)
  const { platform, world } = person === undefined ? asker : inSight(asker, person)
  const resource = resourceNamed(platform.compiled.policy, world, type, id)
  const actions =
    person === undefined || resource === undefined
      ? []
      : platform.compiled.allowedActions(
          world,
          person,
          resource,
          believedProperties(asker.actor, person, request),
        )
  return withOpen && resource?.type === 'organization' ? [...actions, ...openToAll] : actions
}

interface Candidates {
  readonly type: string
  /** In order of creation. */
  readonly candidates: Iterable<Sequenced>
  readonly test: (id: string) => boolean
  /** The name of a candidate that passes. */
  readonly nameOf: (candidate: Sequenced) => string
  /** The effort of one test. A page ends early, before its tests take more than one request may. */
  readonly effort: number
}

/** One page of the candidates that pass the test. */
function search(asked: Search, { type, candidates, test, nameOf, effort }: Candidates): object {
  const { start } = asked
  const size = sizeOfPage(asked)
  const results: object[] = []
  let tested = start
  let last = start
  let effortLeft = mostEffort
  let next_token = ''
  for (const candidate of candidates) {
    if (effortLeft <= 0) {
      next_token = writeToken(tested, asked)
      break
    }
    effortLeft -= effort
    tested = candidate.sequence
    if (!test(candidate.id)) continue
    if (results.length === size) {
      next_token = writeToken(last, asked)
      break
    }
    last = tested
    results.push({ type, id: nameOf(candidate) })
  }
  return { page: { next_token }, results }
}

function resourcesAfter(
  { byType, organization }: Store,
  { type }: NamedResources,
  after: number,
): Iterable<Sequenced> {
  if (type !== 'organization') return byType[type].all.after(after)
  return after < organization.sequence ? [organization] : []
}
