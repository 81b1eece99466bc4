import type { Mock } from '../../mock/mock.ts'
import { platformOf } from '../../mock/state-of.ts'
import { brief } from '../../shared/brief.ts'
import { canonical, digest } from '../../state/hash.ts'

/** The parts of a mock that its state depends on. A stored state fits a mock with the same ones. */
export interface Identity {
  /** The format in which the package stores states. */
  readonly format: string
  readonly policy: string
  readonly scenario: string
  readonly seed: string
  /** Digests of what has no name: the contents of policy and scenario, and the deployment's settings. */
  readonly digests: { readonly policy: string; readonly scenario: string; readonly auth: string }
}

/** Changes whenever states of earlier packages can't be read any more. */
const format = 'rolecall/1'

/** The identity of a mock. */
export function identityOf(mock: Mock): Identity {
  const { policy, scenario } = mock
  const { seed, settings } = platformOf(mock).store
  const short = (value: unknown) => digest(canonical(value), 8)
  return {
    format,
    policy: policy.name,
    scenario: scenario.name,
    seed,
    digests: { policy: short(policy), scenario: short(scenario), auth: short(settings) },
  }
}

/** Why a stored state does not fit a mock, and how to get it back; undefined if it fits. */
export function misfit(stored: Identity, own: Identity): string | undefined {
  for (const part of ['format', 'policy', 'scenario', 'seed'] as const) {
    if (stored[part] === own[part]) continue
    const [was, is] = [brief(stored[part]), brief(own[part])]
    return part === 'format'
      ? `it is of format ${was}, and this version of the package reads ${is}. To continue with it, use the version that stored it.`
      : `its ${part} is ${was}, and the mock's is ${is}. To continue with it, start the mock with ${part} ${was}.`
  }
  for (const part of ['policy', 'scenario', 'auth'] as const) {
    if (stored.digests[part] === own.digests[part]) continue
    const name = part === 'auth' ? part : `${part} ${brief(own[part])}`
    return `${name} has changed since. To continue with it, take the change back.`
  }
  return undefined
}

/** The name of a state: equal for equal identities. */
export const nameOf = ({ policy, scenario, seed, ...rest }: Identity): string =>
  [policy, scenario, seed, digest(canonical(rest), 8)].join('/')
