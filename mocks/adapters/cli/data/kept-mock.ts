import { brief } from '../../../shared/brief.ts'
import { ConfigurationError } from '../../../shared/configuration-error.ts'
import { lowerCase } from '../../../shared/lower-case.ts'
import { quoted } from '../../../shared/quoted.ts'
import { createMock } from '../../../mock/create-mock.ts'
import type { Mock } from '../../../mock/mock.ts'
import type { MockOptions } from '../../../mock/options.ts'
import { scenariosFor } from '../../../policies/scenarios.ts'
import type { Policy } from '../../../policy/language/policy.ts'
import { policyIn } from '../../../snapshot/policy.ts'
import { readSnapshot } from '../../../snapshot/read.ts'
import type { Snapshot } from '../../../snapshot/snapshot.ts'
import { leftAlone } from './data-file.ts'

/** Options of a mock whose policy is data. */
export type OwnOptions = MockOptions<Policy>

/** What decides how a file is read. */
export interface KeptOptions {
  /** The name of the file, for messages. */
  readonly file: string
  /** Whether the policy of the options takes the place of the one in the file, as after a save. */
  readonly isWatched: boolean
  /** Hears what is legal, but probably not meant. */
  readonly warn: (text: string) => void
}

/**
 * Makes the mock of the options, and takes it to the state in a file: a reset goes to the scenario's start.
 * Options that the state brings with it must be the same.
 *
 * @throws {@link ConfigurationError} if the file does not fit.
 */
export function keptMock(value: unknown, options: OwnOptions, kept: KeptOptions): Mock {
  const { file, isWatched } = kept
  try {
    const snapshot = readSnapshot(value)
    const policy = policyIn(snapshot)
    const wanted = options.policy
    checkSame(snapshot, options)
    if (wanted !== undefined && !isWatched) checkPolicy(policy, wanted)
    const mock = restored(snapshot, { ...options, policy }, kept)
    if (wanted !== undefined && !isSame(policy, wanted)) mock.use(wanted)
    return mock
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error
    throw leftAlone(
      new ConfigurationError(`${brief(file, 300)}: ${error.message}`, { cause: error }),
    )
  }
}

const isSame = (one: Policy, other: Policy): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

/** The mock of the options in the state of a snapshot, which has the same policy. */
function restored(
  snapshot: Snapshot,
  options: OwnOptions & { readonly policy: Policy },
  { warn }: KeptOptions,
): Mock {
  const { scenario, seed, auth, ...rest } = options
  const { name } = snapshot.scenario
  const isKnown = Object.hasOwn(scenariosFor(options.policy), name)
  if (scenario === undefined && !isKnown) {
    warn(
      `Without --scenario FILE, a reset goes back to the state of now, not to the start of scenario ${brief(name)}.`,
    )
    return createMock({ ...rest, snapshot })
  }
  const { settings } = snapshot.state
  const { hardened = snapshot.policy.hardened, explain = snapshot.explain, clock } = options
  const mock = createMock({
    ...rest,
    hardened,
    explain,
    scenario: scenario ?? name,
    seed: seed ?? snapshot.seed,
    auth: auth ?? { ...settings, admins: [...settings.admins] },
  })
  const pace = clock ?? snapshot.clock.pace
  mock.restore({ ...snapshot, explain, clock: { ...snapshot.clock, pace } })
  return mock
}

/** Throws unless the policy of the options is that of a snapshot. */
function checkPolicy(is: Policy, wanted: Policy): void {
  if (isSame(is, wanted)) return
  throw new ConfigurationError(
    is.name === wanted.name
      ? `Its policy ${brief(is.name)} is not the one of --policy. Add --watch, which puts that one in force, or leave --policy out.`
      : `Its policy is ${quoted(is.name)}, not ${quoted(wanted.name)}. Leave --policy out.`,
  )
}

/** Throws unless the options that a snapshot brings with it are those of the snapshot, or left out. */
function checkSame(snapshot: Snapshot, { seed, scenario, auth = {} }: OwnOptions): void {
  const name = typeof scenario === 'string' ? scenario : scenario?.name
  const parts = [
    ['scenario', snapshot.scenario.name, name],
    ['seed', snapshot.seed, seed === undefined ? undefined : String(seed)],
  ] as const
  for (const [option, is, wanted] of parts) {
    if (wanted === undefined || wanted === is) continue
    throw new ConfigurationError(
      `Its ${option} is ${quoted(is)}, not ${quoted(wanted)}. Leave --${option} out.`,
    )
  }
  const { admins, ...keys } = auth
  const emails = admins?.map((email) => lowerCase(email))
  const given = Object.entries({ ...keys, ...(emails && { admins: emails }) })
  const settings = new Map<string, unknown>(Object.entries(snapshot.state.settings))
  if (given.some(([key, value]) => JSON.stringify(settings.get(key)) !== JSON.stringify(value))) {
    throw new ConfigurationError('Its settings are not those of --values. Leave --values out.')
  }
}
