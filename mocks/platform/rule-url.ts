import type { Decision } from '../../src/generated/models.ts'
import type { Refused } from '../message/refusal.ts'
import type { Platform } from './platform.ts'

const served = new WeakMap<Platform, Platform>()

/**
 * The platform as it answers a request. If it does not say where its rules are published, the adapter that
 * received the request does. The same object for the same address, so that answers are remembered.
 */
export function publishedAt(platform: Platform, docs: string | undefined): Platform {
  if (docs === undefined || platform.docs !== undefined) return platform
  const known = served.get(platform)
  if (known?.docs === docs) return known
  const made = { ...platform, docs }
  served.set(platform, made)
  return made
}

const linked = new WeakMap<Decision, Decision>()

/** The decision with the address of its rule, if rules are published. */
export function withRuleUrl({ docs }: Platform, decision: Decision): Decision {
  const { policy, rule } = decision
  if (docs === undefined || rule === '') return decision
  const { href: ruleUrl } = new URL(`${encodeURIComponent(policy)}#${rule.toLowerCase()}`, docs)
  const known = linked.get(decision)
  if (known?.ruleUrl === ruleUrl) return known
  const made = { ...decision, ruleUrl }
  linked.set(decision, made)
  return made
}

/** The refusal whose decision has the address of its rule. */
export function refusalWithRuleUrl(platform: Platform, refused: Refused): Refused {
  const { decision } = refused
  if (decision === undefined || platform.docs === undefined) return refused
  return { ...refused, decision: withRuleUrl(platform, decision) }
}
