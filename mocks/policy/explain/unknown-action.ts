import { brief } from '../../shared/brief.ts'
import { nearest } from '../../shared/nearest.ts'
import type { Policy } from '../language/policy.ts'

/** Says that a policy has no such action, and which is the nearest. It ends without a full stop. */
export function unknownAction({ title, rules, changes }: Policy, action: string): string {
  const [near] = nearest(action, [...Object.keys(changes), ...Object.keys(rules)], 1)
  const advice = near === undefined ? '' : `; the nearest is ${near}`
  return `${title} knows no action ${brief(action, 254)}${advice}`
}
