import type { OperationId } from '../../src/generated/operations.ts'
import { lowerCase } from '../shared/lower-case.ts'
import { type Bucket, take, type Taken } from './bucket.ts'
import { chanceOf, latencyOf } from './chance.ts'
import { hasOutcome } from './outcome.ts'
import { operationsLike } from './patterns.ts'
import type { FaultRule } from './plan.ts'

/** A request, as far as rules tell requests apart. */
export interface FaultCall {
  /** Undefined for a path or method that the API does not have. */
  readonly operation: OperationId | undefined
  /** Undefined if nobody is signed in. */
  readonly actor: { readonly id: string; readonly email: string } | undefined
  /** Whether it has an `If-Match` that a change could make stale. */
  readonly isConditional: boolean
}

/** The meeting of a rule with a request that it matches. */
export interface Meeting {
  readonly isStruck: boolean
  /** In milliseconds. */
  readonly latency: number
  /** The outcome of its rate limit. */
  readonly taken?: Taken
}

/** The constants of a rule, worked out once. */
interface Known {
  readonly rule: FaultRule
  readonly index: number
  readonly seed: string
  readonly operations: ReadonlySet<OperationId> | undefined
  readonly callers: ReadonlySet<string> | undefined
  readonly decides: boolean
}

/** A running rule: the calls that it matched and struck so far, and its buckets. */
export class RuleRun {
  readonly #known: Known
  #calls = 0
  #strikes = 0
  #buckets: Map<string, Bucket>

  private constructor(known: Known, buckets = new Map<string, Bucket>()) {
    this.#known = known
    this.#buckets = buckets
  }

  static start(rule: FaultRule, index: number, seed: string): RuleRun {
    const { on, as } = rule
    return new RuleRun({
      rule,
      index,
      seed,
      operations: on === undefined ? undefined : new Set([on].flat().flatMap(operationsLike)),
      callers: as === undefined ? undefined : new Set([as].flat().map(lowerCase)),
      decides: hasOutcome(rule),
    })
  }

  get rule(): FaultRule {
    return this.#known.rule
  }

  get index(): number {
    return this.#known.index
  }

  /** Whether it has an outcome, beside a latency. */
  get decides(): boolean {
    return this.#known.decides
  }

  fork(): RuleRun {
    const copy = new RuleRun(this.#known, new Map(this.#buckets))
    copy.#calls = this.#calls
    copy.#strikes = this.#strikes
    return copy
  }

  /**
   * Meets a request at a time in milliseconds; undefined if the rule does not match it. A rule that may
   * not strike, as an earlier one has decided, only counts the call.
   */
  meet(call: FaultCall, now: () => number, mayStrike: boolean): Meeting | undefined {
    const { rule, index, seed } = this.#known
    if (!this.#matches(call) || !isWithin(rule, now)) return undefined
    this.#calls += 1
    const { times = Infinity, share = 1, rate, latency } = rule
    const chance = chanceOf(seed, index, this.#calls)
    const isMeant =
      mayStrike &&
      isCounted(rule, this.#calls) &&
      this.#strikes < times &&
      (share === 1 || chance('share') < share)
    if (!isMeant) return { isStruck: false, latency: 0 }
    const taken = rate && take(rate, this.#buckets.get(keyOf(call)), now())
    if (taken) this.#buckets.set(keyOf(call), taken.bucket)
    const isStruck = taken?.isGranted !== true
    if (isStruck) this.#strikes += 1
    const delay = isStruck && latency !== undefined ? latencyOf(latency, chance) : 0
    return { isStruck, latency: delay, ...(taken && { taken }) }
  }

  #matches({ operation, actor, isConditional }: FaultCall): boolean {
    const { rule, operations, callers } = this.#known
    if (rule.stale === true && !isConditional) return false
    if (operations && (operation === undefined || !operations.has(operation))) return false
    if (callers === undefined) return true
    return actor !== undefined && (callers.has(actor.id) || callers.has(lowerCase(actor.email)))
  }
}

const keyOf = ({ actor }: FaultCall): string => actor?.id ?? ''

function isWithin({ while: window }: FaultRule, now: () => number): boolean {
  if (window === undefined) return true
  const { from, until } = window
  const at = now()
  return (
    (from === undefined || at >= Date.parse(from)) &&
    (until === undefined || at < Date.parse(until))
  )
}

/** Whether the number of a call is one of those that the rule names. */
function isCounted({ nth }: FaultRule, number: number): boolean {
  if (nth === undefined) return true
  if (typeof nth === 'number') return number === nth
  if ('includes' in nth) return nth.includes(number)
  const { every = 1, from = every, to = Infinity } = nth
  return number >= from && number <= to && (number - from) % every === 0
}
