import { type OperationId, operations } from '../../src/generated/operations.ts'
import type { Platform } from '../platform/platform.ts'
import type { UserRecord } from '../policy/language/records.ts'
import { isActiveMember } from '../policy/world/membership.ts'
import { isOperation } from '../policy/world/operations.ts'
import { platformWide } from '../rulebook/rules.ts'
import { decisionOn } from './attempts.ts'
import { candidatesOf } from './candidates.ts'
import { type Examples, toldOf, whoIs } from './examples.ts'
import type { RuleOnPage } from './page.ts'

/** The rules that hold on every platform, with examples of this one. */
export const rulesOfEveryPlatform = (
  platform: Platform,
  people: readonly UserRecord[],
  hasExamples: (id: string) => boolean,
): readonly RuleOnPage[] =>
  platformWide.map((rule) => ({
    ...rule,
    ...(hasExamples(rule.id) && examplesOf(platform, people, rule.id)),
  }))

function examplesOf(platform: Platform, people: readonly UserRecord[], id: string): Examples {
  const find = finders[id]
  const members = people.filter(isActiveMember)
  for (const [operation, actor, args] of find?.(platform, people) ?? []) {
    const decision = decisionOn(platform, operation, { actor, args })
    if (decision.allowed || decision.rule !== id) continue
    const denied = exampleOf(platform, operation, actor, args)
    const member = members.find(
      (one) => decisionOn(platform, operation, { actor: one, args }).allowed,
    )
    return {
      ...(member && { allowed: exampleOf(platform, operation, member, args) }),
      denied: { ...denied, refused: toldOf(decision) },
    }
  }
  return {}
}

type Call = readonly [operation: OperationId, actor: UserRecord, args: readonly unknown[]]
type Finder = (platform: Platform, people: readonly UserRecord[]) => Iterable<Call>

const all = Object.keys(operations).filter(isOperation)

/** Calls that the rule may deny, by its id. Sound policies have no call that `no_rule` or `no_case` denies. */
const finders: Readonly<Record<string, Finder>> = {
  *membership({ world }) {
    const others = [...world.users()].filter((user) => !isActiveMember(user))
    for (const user of others) for (const operation of plainCalls) yield [operation, user, []]
  },
  *not_offered(platform, people) {
    const { compiled, world } = platform
    const stock = { policy: compiled.policy, world }
    const refused = all.filter((operation) => !compiled.offers(operation))
    for (const operation of refused) {
      const [first] = candidatesOf(stock, operation)
      for (const user of people.slice(0, 1)) if (first) yield [operation, user, first.args]
    }
  },
  *API({ compiled }, people) {
    const reads = all.filter((operation) => {
      const { method, parameters } = operations[operation]
      return compiled.offers(operation) && method === 'GET' && parameters.length === 1
    })
    for (const operation of reads) {
      for (const user of people.slice(0, 1)) yield [operation, user, ['nowhere']]
    }
  },
}

/** Operations without path arguments and body. */
const plainCalls = all.filter((operation) => {
  const { parameters, input } = operations[operation]
  return parameters.length === 0 && input !== 'body'
})

const exampleOf = (
  platform: Platform,
  operation: OperationId,
  { email: as }: UserRecord,
  args: readonly unknown[],
) => ({ as, who: whoIs(platform, as), operation, args })
