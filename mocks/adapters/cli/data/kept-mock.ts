import { brief } from '../../../shared/brief.ts'
import { ConfigurationError } from '../../../shared/configuration-error.ts'
import { lowerCase } from '../../../shared/lower-case.ts'
import { quoted } from '../../../shared/quoted.ts'
import { createMock } from '../../../mock/create-mock.ts'
import type { Mock } from '../../../mock/mock.ts'
import type { MockOptions } from '../../../mock/options.ts'
import type { Policy } from '../../../policy/language/policy.ts'
import { readSnapshot } from '../../../snapshot/read.ts'
import type { Snapshot } from '../../../snapshot/snapshot.ts'
import { leftAlone } from './data-file.ts'

/** Options of a mock whose policy is data. */
export type OwnOptions = MockOptions<Policy>

/**
 * Makes the mock of the state in a file. Options that the state brings with it must be the same.
 *
 * @param file - The name of the file, for messages.
 * @param isWatched - Whether the policy of the options takes the place of the one in the file, as after a
 *   save.
 * @throws {@link ConfigurationError} if the file does not fit.
 */
export function keptMock(
  value: unknown,
  options: OwnOptions,
  file: string,
  isWatched: boolean,
): Mock {
  try {
    const snapshot = readSnapshot(value, 'snapshot')
    const { scenario: _, seed: __, auth: ___, policy, ...rest } = options
    checkSame(snapshot, options)
    if (policy === undefined || !isWatched) {
      return createMock({ ...rest, snapshot, ...(policy !== undefined && { policy }) })
    }
    const mock: Mock = createMock<never>({ ...rest, snapshot })
    if (JSON.stringify(mock.policy) !== JSON.stringify(policy)) mock.use(policy)
    return mock
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error
    throw leftAlone(
      new ConfigurationError(`${brief(file, 300)}: ${error.message}`, { cause: error }),
    )
  }
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
