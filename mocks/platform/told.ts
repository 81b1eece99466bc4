import type { Decision } from '../../src/generated/models.ts'
import type { UserRecord } from '../policy/language/records.ts'
import type { Platform } from './platform.ts'
import type { Refused } from '../message/refusal.ts'

const curt = 'You may not do this.'

/** As much of a decision as the mock is set to tell the user. Whoever may list users is told all. */
export function told(platform: Platform, actor: UserRecord, decision: Decision): Decision {
  if (platform.explanations === 'all' || decision.allowed || mayListUsers(platform, actor)) {
    return decision
  }
  const { final: _, moreAlternatives, ...rest } = decision
  if (platform.explanations === 'nothing') return { ...rest, text: curt, alternatives: [] }
  const alternatives = decision.alternatives.map(({ missing }) => ({ missing, calls: [] }))
  return { ...rest, alternatives, ...(moreAlternatives !== undefined && { moreAlternatives }) }
}

/** A refusal as the user is told it. */
export function toldRefusal(platform: Platform, actor: UserRecord, refused: Refused): Refused {
  if (refused.decision === undefined) return refused
  const decision = told(platform, actor, refused.decision)
  if (decision === refused.decision) return refused
  if (platform.explanations !== 'nothing') return { ...refused, decision }
  const { decision: _, ...rest } = refused
  return { ...rest, text: decision.text }
}

/** Whether the user may list users, and so ask about others, as an enforcement point may. */
export function mayListUsers({ compiled, world }: Platform, actor: UserRecord): boolean {
  return compiled.mayDisclose(world, actor, { about: [{ list: 'user' }] })
}
