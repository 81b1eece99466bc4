import { createMock } from '../../mock/create-mock.ts'
import type { Mock } from '../../mock/mock.ts'
import { type MockServer, serve, type ServeOptions } from '../server/index.ts'
import { welcome } from '../server/welcome/welcome.ts'
import type { Given } from './command.ts'
import { type DataFile, openDataFile } from './data/data-file.ts'
import { keepMock, type KeptMock } from './data/keep-mock.ts'
import { keptMock, type OwnOptions } from './data/kept-mock.ts'
import { explanations } from './explanations.ts'
import { greeting } from './greeting.ts'
import { openPage } from './open-page.ts'
import { paces } from './paces.ts'
import { readFaults } from './read-faults.ts'
import { isPath } from './read-json.ts'
import { readPolicy, readScenario } from './read-platform.ts'
import { readChoice, readCors, readPort } from './read-value.ts'
import { stopSignals } from './signals.ts'
import { alert } from './style.ts'
import { UsageError } from './usage-error.ts'
import { watchPolicy } from './watch/watch-policy.ts'
import { printable } from '../../../src/core/base/printable.ts'

/** The time that requests under way get at the end, in milliseconds. Docker kills after ten seconds. */
const grace = 5000

/**
 * Serves a mock and prints who can sign in. Resolves once a signal has stopped it, with 2 if its last state
 * could not be written.
 */
export async function serveMock(given: Given): Promise<number> {
  checkTogether(given)
  const options = serveOptions(given)
  const name = given.get('data')
  const file = name === undefined ? undefined : openDataFile(name)
  try {
    return await serveWith(given, options, file)
  } finally {
    file?.close()
  }
}

async function serveWith(
  given: Given,
  options: ServeOptions,
  file: DataFile | undefined,
): Promise<number> {
  const stored = given.has('reset') ? undefined : await file?.read()
  const mock = await makeMock(given, stored)
  const kept = file && keepMock(mock, file, warn)
  const server = await serve(kept?.mock ?? mock, options)
  const signals = stopSignals()
  try {
    // A folder that can't be written is told now, not at the first change.
    if (stored === undefined) await kept?.save()
    const stopWatching = watch(given, mock, kept)
    greet(given, mock, server)
    await signals.first
    await stopWatching()
    await server.close({ grace })
    const isSaved = (await kept?.end()) ?? true
    return isSaved ? 0 : 2
  } finally {
    // Closed already, unless something failed.
    await server.close()
    signals.release()
  }
}

/** Throws if an option is given without the one that it belongs to. */
function checkTogether(given: Given): void {
  if (given.has('reset') && !given.has('data')) {
    throw new UsageError('--reset needs --data FILE: it begins anew in that file.')
  }
  if (given.has('watch') && !isPath(given.get('policy') ?? '')) {
    throw new UsageError('--watch needs --policy with a file, such as --policy ./my-policy.json.')
  }
}

/** Follows the file of the policy, if that is asked for. Returns a function that stops it. */
function watch(given: Given, mock: Mock, kept: KeptMock | undefined): () => Promise<void> {
  if (!given.has('watch')) return async () => {}
  return watchPolicy(mock, given.get('policy') ?? '', (text) => {
    kept?.changed()
    if (!given.has('quiet')) console.log(text)
  })
}

const serveOptions = (given: Given): ServeOptions => ({
  port: readPort('--port', given.get('port') ?? '4010'),
  host: given.get('host'),
  cors: readCors(given.get('cors') ?? 'loopback'),
  allowedHosts: given.get('allowed-hosts')?.split(','),
  baseUrl: given.get('url'),
})

/** Prints what somebody needs to start; with `--quiet` the URL alone. Warnings go to stderr. */
function greet(given: Given, mock: Mock, server: MockServer): void {
  for (const warning of [...mock.warnings, ...server.warnings]) warn(warning)
  console.log(given.has('quiet') ? server.url : greeting(welcome(mock, server.url, () => 'TOKEN')))
  if (given.has('open')) openPage(server.url, warn)
}

const warn = (text: string): void => console.error(`${alert('Warning:')} ${printable(text)}`)

/** The mock of the options, or of the state that a file holds. */
async function makeMock(given: Given, stored: unknown): Promise<Mock> {
  const make = (options: OwnOptions) =>
    stored === undefined
      ? createMock(options)
      : keptMock(stored, options, {
          file: given.get('data') ?? '',
          isWatched: given.has('watch'),
          warn,
        })
  const options = await readMockOptions(given)
  const file = given.get('values')
  if (file === undefined) return make(options)
  // Loads the YAML parser only if there is such a file.
  const { inWordsOf, readValues } = await import('../../mock/values/read-values.ts')
  const auth = await readValues(file)
  try {
    return make({ ...options, auth })
  } catch (error) {
    throw inWordsOf(file, error)
  }
}

/** The options that are given. Others are left to the mock, or to the state in a file. */
async function readMockOptions(given: Given): Promise<OwnOptions> {
  const policy = given.get('policy')
  const scenario = given.get('scenario')
  const seed = given.get('seed')
  const explain = given.get('explain')
  const docs = given.get('docs')
  const faults = await readFaults(given)
  // A limit refills by the clock: if only changes moved it, an app that waits and reads again would wait forever.
  const usual = faults?.rules.some(({ rate }) => rate !== undefined) ? 'real' : undefined
  const clock = given.get('clock') ?? usual
  return {
    ...(policy !== undefined && { policy: await readPolicy('--policy', policy) }),
    ...(scenario !== undefined && { scenario: await readScenario(scenario) }),
    ...(seed !== undefined && { seed }),
    ...(given.has('hardened') && { hardened: true }),
    ...(explain !== undefined && { explain: readChoice('--explain', explain, explanations) }),
    ...(docs !== undefined && { docs }),
    ...(faults !== undefined && { faults }),
    ...(clock !== undefined && { clock: readChoice('--clock', clock, paces) }),
  }
}
