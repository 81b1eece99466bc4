import type { Resources } from '../world/resources.ts'
import type { HandOut } from '../effects/hand-out.ts'
import { memo } from '../../shared/memo.ts'
import { perPolicy } from '../language/per-policy.ts'
import type { Policy, Rule } from '../language/policy.ts'
import { type CoversRequirement, leavesOf, type Requirement } from '../language/requirement.ts'

const covers = (where: CoversRequirement['in']): Requirement => ({
  covers: 'handed_out',
  in: where,
})

/** A caller who hands out permissions must hold them in the scope, or in the policy's wider scope. */
const coversRequirement = ({ hardened, roles }: Policy, scope: HandOut['in']): Requirement => {
  const wider = hardened?.wider
  if (scope !== 'organization') return { any: [covers(scope), ...(wider ? [covers(wider)] : [])] }
  if (wider) return covers(wider)
  // A policy without organization roles counts permissions held in any team.
  return covers(roles.some((role) => role.scope === 'organization') ? scope : 'any_team')
}

type HardenedRule = Pick<Rule, 'id' | 'require'>

const hardenedRules = perPolicy((policy: Policy) =>
  memo((scope: HandOut['in']): HardenedRule => ({
    id: policy.hardened?.rule ?? 'hardened',
    require: coversRequirement(policy, scope),
  })),
)

/**
 * The rule of hardened mode: a caller must hold the permissions that they hand out in the scope. It
 * prevents privilege escalation, by which callers give themselves or others more than they have.
 */
export const coversRuleOf = (policy: Policy, scope: HandOut['in']): HardenedRule =>
  hardenedRules(policy)(scope)

/** Whether one of the policy's own rules asks callers to hold the permissions that they hand out. */
export const hasCoversLeaf = perPolicy(({ rules }: Policy): boolean =>
  Object.values(rules).some(({ require }) => asksToCover(require)),
)

/** Whether the requirement depends on the permissions that a call hands out. */
export const asksToCover = (requirement: Requirement): boolean =>
  leavesOf(requirement).some((leaf) => 'covers' in leaf)

/**
 * The permissions that a demand on the resources must cover. A demand on one team covers that team's
 * hand-outs.
 */
export const handedOutFor = (
  { team }: Resources,
  handOuts: readonly HandOut[],
): ReadonlySet<string> =>
  new Set(
    handOuts
      .filter(({ in: scope, resources }) => scope !== 'team' || resources.team === team)
      .flatMap(({ permissions }) => [...permissions]),
  )
