import type { Decision } from '../../src/generated/models.ts'
import type { UserRecord } from '../policy/language/records.ts'
import type { Platform } from './platform.ts'
import type { Refused } from '../message/refusal.ts'

const curt = 'You may not do this.'

/** The part of a decision that the mock's `explain` option lets the user know. Users who may list users know all. */
export function disclosedDecision(
  platform: Platform,
  actor: UserRecord,
  decision: Decision,
): Decision {
  if (platform.explanations === 'all' || decision.allowed || mayListUsers(platform, actor)) {
    return decision
  }
  const { final: _, moreAlternatives, ...rest } = decision
  if (platform.explanations === 'nothing') return { ...rest, text: curt, alternatives: [] }
  const alternatives = decision.alternatives.map(({ missing }) => ({
    missing,
    calls: [],
    selfService: false,
    gives: [],
  }))
  return { ...rest, alternatives, ...(moreAlternatives !== undefined && { moreAlternatives }) }
}

/** The same for a refusal. */
export function disclosedRefusal(platform: Platform, actor: UserRecord, refused: Refused): Refused {
  if (refused.decision === undefined) return refused
  const decision = disclosedDecision(platform, actor, refused.decision)
  if (decision === refused.decision) return refused
  if (platform.explanations !== 'nothing') return { ...refused, decision }
  const { decision: _, ...rest } = refused
  return { ...rest, text: decision.text }
}

/** Whether the user may list users, and therefore ask about others. Enforcement points may. */
export function mayListUsers({ compiled, world }: Platform, actor: UserRecord): boolean {
  return compiled.mayDisclose(world, actor, { about: [{ list: 'user' }] })
}
