import { printable } from '../../src/core/base/printable.ts'
import { builtIn, isBuiltInPolicy } from '../policies/built-in.ts'
import type { CompiledPolicy } from '../policy/index.ts'
import { perPolicy } from '../policy/language/per-policy.ts'
import type { Policy } from '../policy/language/policy.ts'
import { canonical, digest } from '../state/hash.ts'
import { brief } from '../shared/brief.ts'
import { ConfigurationError } from '../shared/configuration-error.ts'
import { didYouMean } from '../shared/nearest.ts'
import { quoted } from '../shared/quoted.ts'
import { checkPolicy, isPolicy } from '../policy-check/check-policy.ts'
import type { Snapshot, SnapshotPolicy } from './snapshot.ts'

const digestOf = perPolicy((policy: Policy) => digest(canonical(policy), 24))

/** The policy as a snapshot names it; one of its user's own as a whole. */
export const snapshotPolicy = ({ policy, hardened }: CompiledPolicy): SnapshotPolicy => ({
  name: policy.name,
  digest: digestOf(policy),
  hardened,
  ...(!isBuiltInPolicy(policy) && { data: policy }),
})

/** Whether a snapshot is of this version of the policy. */
export const isOfPolicy = ({ policy: given }: Snapshot, { policy }: CompiledPolicy): boolean =>
  given.name === policy.name && given.digest === digestOf(policy)

/**
 * Throws unless a snapshot is of the policy.
 *
 * @throws {@link ConfigurationError} with the names, and what to do.
 */
export function checkSamePolicy(snapshot: Snapshot, compiled: CompiledPolicy): void {
  if (isOfPolicy(snapshot, compiled)) return
  const { policy: given } = snapshot
  const { policy } = compiled
  const isSame = given.name === policy.name
  throw new ConfigurationError(
    isSame
      ? `The snapshot has another version of policy ${printable(brief(given.name))}. Take a new snapshot under this one.`
      : `The snapshot has policy ${printable(brief(given.name))}, and the mock ${policy.name}. Start a mock from it: createMock({ snapshot }), or rolecall mock --data FILE.`,
  )
}

/** The policy of a snapshot: its own, or that of the package. */
export function policyIn({ policy: { name, data } }: Snapshot): Policy {
  if (data !== undefined) return checked(data)
  const known: Readonly<Record<string, Policy>> = builtIn
  const policy = Object.hasOwn(known, name) ? known[name] : undefined
  if (policy !== undefined) return policy
  throw new ConfigurationError(
    `snapshot.policy.name is ${quoted(name)}, which the package does not have, and snapshot.policy.data is missing.${didYouMean(name, Object.keys(known))}`,
  )
}

function checked(data: object): Policy {
  const errors = checkPolicy(data).filter(({ severity }) => severity === 'error')
  if (errors.length === 0 && isPolicy(data)) return data
  const [first] = errors
  throw new ConfigurationError(
    `snapshot.policy.data${first?.pointer}: ${first?.message} ${first?.fix}`,
  )
}
