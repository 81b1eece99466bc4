import { refuse, type Refused } from '../../message/refusal.ts'
import { builtIn } from '../../policies/built-in.ts'
import { forkOf } from '../../platform/fork.ts'
import type { Policy } from '../../policy/language/policy.ts'
import { quoted } from '../../shared/quoted.ts'
import { suggestion } from '../../shared/nearest.ts'
import type { Controls } from '../controls.ts'
import { whenLoaded } from '../loaded.ts'
import type { Routes } from '../operation.ts'

const inspect = () => import('../../inspect/index.ts')

type Asked = 'listPolicies' | 'getPolicyByName' | 'listRules' | 'checkPolicy' | 'comparePolicies'

/** The policies, and their rules. */
export const policies: Routes<Asked> = {
  listPolicies({ mock: { policy } }) {
    return whenLoaded(async () => ({ data: (await inspect()).policySummaries(policy) }))
  },
  getPolicyByName({ mock: { policy } }, _, [name = '']) {
    const found = policyNamed(policy, name)
    if ('ok' in found) return found
    return whenLoaded(async () => (await inspect()).policyDetail(found, policy))
  },
  listRules({ mock: { policy } }, { policy: name }) {
    const found = name === undefined ? policy : policyNamed(policy, name)
    if ('ok' in found) return found
    return whenLoaded(async () => (await inspect()).policyRules(found))
  },
  checkPolicy: (_, { policy }) =>
    whenLoaded(async () => ({ data: (await inspect()).policyFindings(policy) })),
  comparePolicies(controls, { from, to }) {
    const [before, after] = [stateUnder(controls, from), controls.under(to)]
    const personas = before.personas.map(({ user }) => user)
    return whenLoaded(async () => (await inspect()).comparePolicies(before, after, personas))
  },
}

/** A copy of the state, under another policy or the one in force. */
const stateUnder = ({ platform, under }: Controls, policy: string | Policy | undefined) =>
  policy === undefined ? forkOf(platform) : under(policy)

/** The policy in force, or another that comes with the package, by its name. */
function policyNamed(inForce: Policy, name: string): Policy | Refused {
  if (name === inForce.name) return inForce
  const known: Readonly<Record<string, Policy>> = builtIn
  const found = Object.hasOwn(known, name) ? known[name] : undefined
  if (found !== undefined) return found
  const names = [...new Set([inForce.name, ...Object.keys(known)])]
  const advice = suggestion(name, names, `Known are ${names.join(', ')}.`)
  return refuse(404, 'not_found', `There is no policy ${quoted(name)}. ${advice}`)
}
