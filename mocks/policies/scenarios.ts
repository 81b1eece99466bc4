import type { Policy } from '../policy/language/policy.ts'
import { isBuiltInPolicy } from './built-in.ts'
import * as data from './data.ts'
import type { Scenario } from './scenario.ts'

/**
 * The scenarios that come with the package, by policy and name, each policy's default first. A scenario
 * is parsed when it is first read.
 */
export const scenarios: Readonly<Record<string, Readonly<Record<string, Scenario>>>> = {
  adaptive: {
    get acme() {
      return data.adaptiveAcme()
    },
  },
  bigml: {
    get acme() {
      return data.bigmlAcme()
    },
  },
  superannotate: {
    get acme() {
      return data.superannotateAcme()
    },
  },
  peltarion: {
    get acme() {
      return data.peltarionAcme()
    },
  },
  ica: {
    get acme() {
      return data.icaAcme()
    },
  },
}

/** The scenario of a policy without one of its own: one user, without any role. */
export const bare: Scenario = {
  name: 'bare',
  description: 'An organization with one active user, who has no role.',
  organization: { name: 'Acme', plan: { name: 'free', features: [] } },
  users: [{ email: 'admin@acme.test', name: 'Acme Admin' }],
  personas: [{ user: 'admin@acme.test', text: 'the only user' }],
}

/** Whether both come with the package. Tests check that answers can show all of those. */
export const isBuiltIn = (policy: Policy, scenario: Scenario): boolean =>
  isBuiltInPolicy(policy) && Object.values(scenarios[policy.name] ?? {}).includes(scenario)
