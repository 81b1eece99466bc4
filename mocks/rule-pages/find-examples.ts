import type { OperationId } from '../../src/generated/operations.ts'
import { createMock } from '../mock/create-mock.ts'
import { platformOf } from '../mock/state-of.ts'
import type { Platform } from '../platform/platform.ts'
import type { Scenario } from '../policies/scenario.ts'
import { canHandOut } from '../policy/index.ts'
import { actionsOf } from '../policy/language/changes.ts'
import type { Policy } from '../policy/language/policy.ts'
import type { UserRecord } from '../policy/language/records.ts'
import { isOperation } from '../policy/world/operations.ts'
import { offeredBy } from '../rulebook/asks.ts'
import { type Examples, examplesOf } from './examples.ts'
import type { Finds, Pair } from './finds.ts'
import type { Asking } from '../rulebook/stated-rule.ts'
import { questionsAbout } from './questions.ts'
import { search } from './search.ts'

/** Where examples are looked for. */
interface Grounds {
  readonly platform: Platform
  readonly people: readonly UserRecord[]
  readonly scenario: string | Scenario
  /** What asks each rule, by its id. */
  readonly asks: ReadonlyMap<string, readonly Asking[]>
}

/** Makes a function that finds the examples of a rule, by its id. */
export function exampleFinder(grounds: Grounds): (id: string) => Examples {
  const { platform, people, asks } = grounds
  const { policy } = platform.compiled
  let finds: Finds | undefined
  let inEmpty: ((id: string) => Examples) | undefined
  return (id) => {
    if (id === policy.hardened?.rule) return hardenedExamples(grounds, id)
    const asking = asks.get(id) ?? []
    finds ??= search(platform, people, offeredBy(policy), refusersOf(policy, asks))
    const found = examplesOf(platform, pairOf(policy, finds, id, asking))
    const asked =
      found.allowed && found.denied ? found : { ...questions(grounds, asking), ...found }
    if (asked.denied || !isBound(policy, id)) return asked
    inEmpty ??= examplesInEmpty(policy)
    return { ...inEmpty(id), ...asked }
  }
}

/** The rules that each operation's calls may be refused by. */
function refusersOf(
  policy: Policy,
  asks: ReadonlyMap<string, readonly Asking[]>,
): (operation: OperationId) => readonly string[] {
  const events = (operation: OperationId): ReadonlySet<string> => {
    const { always, keys = {} } = policy.changes[operation] ?? {}
    const actions = [...(always ? [always] : []), ...Object.values(keys)].flatMap(actionsOf)
    return new Set([operation, ...actions])
  }
  return (operation) => {
    const on = events(operation)
    const guards = policy.guards.filter((guard) => guard.on.some((one) => on.has(one)))
    const asked = [...asks].filter(([, asking]) => asking.some(({ call }) => call === operation))
    const hasKeys = policy.changes[operation]?.keys !== undefined
    return [
      ...asked.map(([id]) => id),
      ...[...guards, ...(hasKeys ? policy.invariants : [])].map(({ rule }) => rule),
      ...Object.values(policy.visibility).map(({ id }) => id),
    ]
  }
}

/**
 * The calls found for a rule. Without an allowed one it is that of the same operation, or of the first that
 * asks the rule; a rule that no call names has those of the operations that it is about.
 */
function pairOf(policy: Policy, finds: Finds, id: string, asks: readonly Asking[]): Partial<Pair> {
  const found = finds.of(id)
  if (found?.allowed && found.denied) return found
  const effects = policy.effects.filter(({ rule }) => rule === id).flatMap(({ on }) => on)
  const about = [...asks.map(({ call }) => call), ...(policy.rulebook?.[id]?.on ?? []), ...effects]
  const operations = [found?.denied?.operation ?? [], about.filter(isOperation)].flat()
  const pairs = operations.flatMap((operation) => finds.ofOperation(operation) ?? [])
  const [allowed] = pairs.flatMap((pair) => pair.allowed ?? [])
  const [denied] = pairs.flatMap((pair) => pair.denied ?? [])
  const isNamed = found !== undefined || asks.length > 0
  return {
    ...(allowed && { allowed }),
    ...(denied && !isNamed && { denied }),
    ...found,
  }
}

/** Examples of the first action that is asked without a call. */
function questions({ platform, people }: Grounds, asks: readonly Asking[]): Examples {
  const action = asks.find(({ call }) => !isOperation(call))?.call
  return action === undefined ? {} : questionsAbout(platform, people, action)
}

/** Whether an invariant refuses by the rule. The last one of something is rare in a busy scenario. */
const isBound = ({ invariants }: Policy, id: string): boolean =>
  invariants.some(({ rule }) => rule === id)

function examplesInEmpty(policy: Policy): (id: string) => Examples {
  const scenario = 'empty'
  const platform = platformOf(createMock({ policy, scenario }))
  const finds = search(platform, [...platform.world.users()], offeredBy(policy), () => [''])
  return (id) => {
    const { allowed, denied } = examplesOf(platform, pairOf(policy, finds, id, []))
    return {
      ...(allowed && { allowed: { ...allowed, scenario } }),
      ...(denied && { denied: { ...denied, scenario } }),
    }
  }
}

function hardenedExamples({ platform, people, scenario }: Grounds, id: string): Examples {
  const { policy } = platform.compiled
  const hardened = platformOf(createMock({ policy, scenario, hardened: true }))
  const operations = offeredBy(policy).filter((operation) => canHandOut(policy, operation))
  const finds = search(hardened, people, operations, () => [id])
  return examplesOf(hardened, pairOf(policy, finds, id, []))
}
