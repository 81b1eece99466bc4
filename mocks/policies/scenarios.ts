import { acme as adaptiveAcme } from './adaptive/acme.ts'
import { acme as bigmlAcme } from './bigml/acme.ts'
import { acme as icaAcme } from './ica/acme.ts'
import { acme as peltarionAcme } from './peltarion/acme.ts'
import { acme as superannotateAcme } from './superannotate/acme.ts'
import { policies } from './index.ts'
import type { Policy } from '../policy/language/policy.ts'
import type { Scenario } from './scenario.ts'

/** The scenarios that come with the package: by policy, then by name, the usual one first. */
export const scenarios: Readonly<Record<string, Readonly<Record<string, Scenario>>>> = {
  adaptive: { acme: adaptiveAcme },
  bigml: { acme: bigmlAcme },
  superannotate: { acme: superannotateAcme },
  peltarion: { acme: peltarionAcme },
  ica: { acme: icaAcme },
}

/** What a policy starts with that has no scenario of its own: nobody but one user without any role. */
export const bare: Scenario = {
  name: 'bare',
  description: 'An organization with one active user, who has no role.',
  organization: { name: 'Acme', plan: { name: 'free', features: [] } },
  users: [{ email: 'admin@acme.test', name: 'Acme Admin' }],
  personas: [{ user: 'admin@acme.test', text: 'the only user' }],
}

/** Whether both come with the package, where tests see to it that all of it can be shown. */
export const isBuiltIn = (policy: Policy, scenario: Scenario): boolean => {
  const own = Object.hasOwn(policies, policy.name) ? scenarios[policy.name] : undefined
  return (
    Object.values<Policy>(policies).includes(policy) && Object.values(own ?? {}).includes(scenario)
  )
}
