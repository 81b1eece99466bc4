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

/** Who hands out permissions must hold them in the scope, or in the wider one that the policy names. */
const coversRequirement = ({ hardened, roles }: Policy, scope: HandOut['in']): Requirement => {
  const wider = hardened?.wider
  if (scope !== 'organization') return { any: [covers(scope), ...(wider ? [covers(wider)] : [])] }
  if (wider) return covers(wider)
  // Where nothing is held in the organization itself, what is held in any team counts.
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
 * What hardened mode asks of whoever hands out permissions in that scope: to hold them there. It keeps
 * anybody from privilege escalation, by which they would give themselves or others more than they have.
 */
export const coversRuleOf = (policy: Policy, scope: HandOut['in']): HardenedRule =>
  hardenedRules(policy)(scope)

/** Whether a rule of the policy's own asks that whoever hands out permissions holds them. */
export const hasCoversLeaf = perPolicy(({ rules }: Policy): boolean =>
  Object.values(rules).some(({ require }) => asksToCover(require)),
)

/** Whether the requirement speaks of what a call hands out. */
export const asksToCover = (requirement: Requirement): boolean =>
  leavesOf(requirement).some((leaf) => 'covers' in leaf)

/** What the call hands out, as far as a demand speaks of it: of several teams, each is asked of its own. */
export const handedOutFor = (
  { team }: Resources,
  handOuts: readonly HandOut[],
): ReadonlySet<string> =>
  new Set(
    handOuts
      .filter(({ in: scope, resources }) => scope !== 'team' || resources.team === team)
      .flatMap(({ permissions }) => [...permissions]),
  )
