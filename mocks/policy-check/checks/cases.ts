import { isOperation } from '../../policy/world/operations.ts'
import { isMapChange, mayAskNothing } from '../../policy/language/changes.ts'
import type { Condition } from '../../policy/language/condition.ts'
import type { Change, ChangeCase, MapChange, Policy } from '../../policy/language/policy.ts'
import { pointer } from '../../shared/json-pointer.ts'
import type { Finding } from '../problem.ts'
import { domainsIn } from './domains.ts'
import { spotOfCases } from './field-spots.ts'
import type { Spots } from './spot.ts'
import { type DomainOf, follows, truthOf } from './truth.ts'

/** Finds lists of cases that do not cover everything, and cases that are never asked. */
export const caseProblems = (policy: Policy): readonly Finding[] => [
  ...caseListsIn(policy).flatMap((list) => {
    const domainOf = domainsIn(policy, spotsOfCases(list))
    return [...unreachable(list, domainOf), ...uncovered(list, domainOf)]
  }),
  ...askingNothing(policy),
]

/** The cases of one change, and their place. */
export interface CaseList {
  readonly at: string
  readonly operation: string
  /** The key of the body that they are about; undefined for a change that is always asked. */
  readonly key?: string
  /** For a key that is asked entry by entry: the type of its entries. */
  readonly each?: MapChange['each']
  readonly cases: readonly PlacedCase[]
}

interface PlacedCase {
  readonly at: string
  readonly one: ChangeCase
}

/** The cases of every change of a policy. */
export const caseListsIn = ({ changes }: Pick<Policy, 'changes'>): readonly CaseList[] =>
  Object.entries(changes).flatMap(([operation, { always, keys = {} }]) => {
    const at = pointer('changes', operation)
    return [
      ...(always ? [listOf({ at: at + pointer('always'), operation }, always)] : []),
      ...Object.entries(keys).map(([key, change]) =>
        listOf({ at: at + pointer('keys', key), operation, key }, change),
      ),
    ]
  })

/** The spots of the list's conditions. */
export const spotsOfCases = ({ operation, key, each }: CaseList): Spots =>
  isOperation(operation) ? [[spotOfCases(operation, key, each)]] : []

function listOf(list: Omit<CaseList, 'cases'>, change: Change | MapChange): CaseList {
  const { at } = list
  if (typeof change === 'string') return { ...list, cases: [{ at, one: { ask: change } }] }
  if (isMapChange(change)) {
    return listOf({ ...list, at: at + pointer('change'), each: change.each }, change.change)
  }
  if ('ask' in change) return { ...list, cases: [{ at, one: change }] }
  return { ...list, cases: change.map((one, index) => ({ at: at + pointer(index), one })) }
}

const always: Condition = { all: [] }

const conditionOf = ({ one }: PlacedCase): Condition => one.when ?? always

const unreachable = ({ cases }: CaseList, domainOf: DomainOf): readonly Finding[] =>
  cases.flatMap((placed, index): readonly Finding[] => {
    const when = conditionOf(placed)
    const before = cases.slice(0, index)
    const because = reasonFor(when, before, domainOf)
    if (because === undefined) return []
    const fix = before.length === 0 ? 'Change its condition, or remove it.' : otherwise
    return [{ code: 'unreachable_case', pointer: placed.at, message: because, fix }]
  })

const otherwise = 'Put it first, change its condition, or remove it.'

function reasonFor(
  when: Condition,
  before: readonly PlacedCase[],
  domainOf: DomainOf,
): string | undefined {
  if (truthOf(when, domainOf) === 'never')
    return 'This case is never asked: its condition can never hold.'
  const last = before.findIndex(({ one }) => one.when === undefined)
  if (last !== -1) return `This case is never asked: case ${last} before it has no condition.`
  const same = before.findIndex((earlier) => follows(conditionOf(earlier), when, domainOf))
  if (same !== -1) return `This case is never asked: case ${same} before it holds whenever it does.`
  return before.length > 1 && follows({ any: before.map(conditionOf) }, when, domainOf)
    ? 'This case is never asked: one of the cases before it holds whenever it does.'
    : undefined
}

/** Operations with calls that ask for nothing, which are denied. */
const askingNothing = ({ changes }: Policy): readonly Finding[] =>
  Object.entries(changes).flatMap(([operation, asked]): readonly Finding[] => {
    if (!isOperation(operation) || !mayAskNothing(operation, asked)) return []
    const isEmpty = Object.keys(asked.keys ?? {}).length === 0
    return [
      {
        code: 'no_last_case',
        pointer: pointer('changes', operation),
        message: isEmpty
          ? 'The operation asks for nothing, so every call is denied.'
          : 'A call that states no key asks for nothing, so it is denied.',
        fix: `Say in "${isEmpty ? 'always' : 'nothing'}" which action it asks.`,
      },
    ]
  })

function uncovered({ at, cases }: CaseList, domainOf: DomainOf): readonly Finding[] {
  if (truthOf({ any: cases.map(conditionOf) }, domainOf) === 'always') return []
  return [
    {
      code: 'no_last_case',
      pointer: at,
      message:
        cases.length === 0
          ? 'The change has no case, so everybody is denied.'
          : 'No case applies to everything else, so that is denied to everybody.',
      fix: 'End the list with a case without "when".',
    },
  ]
}
