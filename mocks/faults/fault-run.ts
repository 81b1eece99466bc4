import type { DeliveryFault } from '../message/message.ts'
import { checkPlan } from './check-plan.ts'
import { defaultEffect } from './outcome.ts'
import type { FaultPlan, FaultRule } from './plan.ts'
import { codeOf } from './problem.ts'
import { type FaultCall, type Meeting, RuleRun } from './rule-run.ts'
import type { Instead, Struck } from './struck.ts'

/** A rule that a request met. */
interface Met extends Meeting {
  readonly run: RuleRun
}

/** The faults of one state of a mock: the plan in force, and how far it has come. */
export class FaultRun {
  readonly #seed: string
  #plan: FaultPlan | undefined
  #rules: readonly RuleRun[] = []

  /**
   * @param seed - The seed of a plan without its own.
   * @param plan - Default: no faults.
   */
  constructor(seed: string, plan?: FaultPlan) {
    this.#seed = seed
    if (plan !== undefined) this.set(plan)
  }

  /** The plan in force, frozen; undefined if there is none. */
  get plan(): FaultPlan | undefined {
    return this.#plan
  }

  /** Starts a plan from its beginning. Throws if it is wrong, and keeps the one in force. */
  set(plan: FaultPlan): void {
    const checked = checkPlan('faults', plan)
    const seed = String(checked.seed ?? this.#seed)
    this.#rules = checked.rules.map((rule, index) => RuleRun.start(rule, index, seed))
    this.#plan = checked
  }

  /** Ends all faults. */
  clear(): void {
    this.#plan = undefined
    this.#rules = []
  }

  /** A copy that goes its own way from here. */
  fork(): FaultRun {
    const copy = new FaultRun(this.#seed)
    copy.#plan = this.#plan
    copy.#rules = this.#rules.map((rule) => rule.fork())
    return copy
  }

  /** What happens to a request at a time, ISO 8601; undefined if nothing does. Counts the request. */
  strike(call: FaultCall, at: { readonly now: string }): Struck | undefined {
    if (this.#rules.length === 0) return undefined
    const now = () => Date.parse(at.now)
    const met: Met[] = []
    let decisive: Met | undefined
    for (const run of this.#rules) {
      const meeting = run.meet(call, now, !run.decides || decisive === undefined)
      if (meeting === undefined) continue
      met.push({ run, ...meeting })
      if (meeting.isStruck && run.decides) decisive ??= met.at(-1)
    }
    const struck = met.filter(({ isStruck }) => isStruck)
    const headers = rateHeaders(met)
    return struck.length === 0 && headers === undefined
      ? undefined
      : { headers: headers ?? {}, ...effectOf(struck, decisive) }
  }
}

function effectOf(struck: readonly Met[], decisive: Met | undefined): Omit<Struck, 'headers'> {
  const rule = decisive?.run.rule ?? {}
  const latency = struck.reduce((sum, one) => sum + one.latency, 0)
  const connection = rule.offline === true ? 'refuse' : rule.connection
  const delivery: DeliveryFault = {
    ...(latency > 0 && { latency }),
    ...(connection && { connection }),
  }
  const instead = insteadOf(rule, decisive?.taken?.wait)
  const code = instead && codeOf(instead)
  const isLost = instead !== undefined || connection !== undefined
  const { effect = defaultEffect(rule) } = rule
  const isStale = rule.stale === true
  const logged = {
    rules: struck.map(({ run }) => run.index),
    ...delivery,
    ...(instead && { status: instead.status }),
    ...(code !== undefined && { code }),
    ...(isStale && { stale: true as const }),
    ...(isLost && { effect }),
  }
  return {
    ...(struck.length > 0 && { logged }),
    ...((delivery.latency ?? delivery.connection) !== undefined && { delivery }),
    ...(instead && { instead }),
    isBefore: isLost && effect === 'before',
    isStale,
  }
}

function insteadOf(rule: FaultRule, rateWait: number | undefined): Instead | undefined {
  const { problem, retryAfter } = rule
  const wait = rateWait ?? (retryAfter === undefined ? undefined : Math.ceil(retryAfter / 1000))
  const status = rule.rate ? 429 : rule.status
  if (status === undefined) return undefined
  return { status, ...(problem && { problem }), ...(wait !== undefined && { wait }) }
}

/** The headers of draft-ietf-httpapi-ratelimit-headers-10, a member for each limit that the request met. */
function rateHeaders(met: readonly Met[]): Record<string, string> | undefined {
  const limits = met.flatMap(({ run: { rule, index }, taken }) =>
    rule.rate && taken ? [{ name: `"rule-${index}"`, ...rule.rate, ...taken }] : [],
  )
  if (limits.length === 0) return undefined
  return {
    'RateLimit-Policy': limits
      .map(({ name, requests, per }) => `${name};q=${requests};w=${Math.ceil(per / 1000)}`)
      .join(', '),
    RateLimit: limits
      .map(({ name, remaining, wait }) => `${name};r=${remaining};t=${wait}`)
      .join(', '),
  }
}
