import type { Policy } from '../policy/language/policy.ts'
import { builtIn, isBuiltInPolicy } from './built-in.ts'
import * as data from './data.ts'
import { emptyOf } from './empty.ts'
import type { BuiltInPolicy } from './index.ts'
import type { Scenario } from './scenario.ts'

/** The scenarios of a policy, its default first. Each is made when it is first read. */
function scenariosOf(
  name: BuiltInPolicy,
  acme: () => Scenario,
): Readonly<Record<string, Scenario>> {
  let empty: Scenario | undefined
  return {
    get acme() {
      return acme()
    },
    get empty() {
      return (empty ??= emptyOf(builtIn[name], acme()))
    },
  }
}

/** The scenarios that come with the package, by policy and name, each policy's default first. */
export const scenarios: Readonly<Record<string, Readonly<Record<string, Scenario>>>> = {
  adaptive: scenariosOf('adaptive', data.adaptiveAcme),
  bigml: scenariosOf('bigml', data.bigmlAcme),
  superannotate: scenariosOf('superannotate', data.superannotateAcme),
  peltarion: scenariosOf('peltarion', data.peltarionAcme),
  ica: scenariosOf('ica', data.icaAcme),
}

/** The scenarios of a policy by name, its default first. One of a user's own has `empty` alone. */
export const scenariosFor = (policy: Policy): Readonly<Record<string, Scenario>> =>
  ofName(policy) ?? { empty: emptyOf(policy) }

/** The scenario `acme` of a policy with the name of one that comes with the package. */
export const acmeOf = (policy: Policy): Scenario | undefined => ofName(policy)?.acme

const ofName = ({ name }: Policy) => (Object.hasOwn(scenarios, name) ? scenarios[name] : undefined)

/** Whether both come with the package. Tests check that answers can show all of those. */
export const isBuiltIn = (policy: Policy, scenario: Scenario): boolean =>
  isBuiltInPolicy(policy) && Object.values(scenarios[policy.name] ?? {}).includes(scenario)
