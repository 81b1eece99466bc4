import { createMock } from '../../mock/create-mock.ts'
import type { Mock } from '../../mock/mock.ts'
import type { MockOptions } from '../../mock/options.ts'
import type { Policy } from '../../policy/language/policy.ts'
import { type MockServer, serve, type ServeOptions } from '../server/index.ts'
import { welcome } from '../server/welcome/welcome.ts'
import type { Given } from './command.ts'
import { explanations } from './explanations.ts'
import { greeting } from './greeting.ts'
import { openPage } from './open-page.ts'
import { readFaults } from './read-faults.ts'
import { readPlatform } from './read-platform.ts'
import { readChoice, readCors, readPort } from './read-value.ts'
import { stopSignals } from './signals.ts'
import { alert } from './style.ts'
import { printable } from '../../../src/core/base/printable.ts'

/** The time that requests under way get at the end, in milliseconds. Docker kills after ten seconds. */
const grace = 5000

/** Serves a mock and prints who can sign in. Resolves once a signal has stopped it. */
export async function serveMock(given: Given): Promise<number> {
  const options = serveOptions(given)
  const mock = await makeMock(given)
  const server = await serve(mock, options)
  const signals = stopSignals()
  greet(given, mock, server)
  await signals.first
  await server.close({ grace })
  signals.release()
  return 0
}

const serveOptions = (given: Given): ServeOptions => ({
  port: readPort('--port', given.get('port') ?? '4010'),
  host: given.get('host'),
  cors: readCors(given.get('cors') ?? 'loopback'),
  allowedHosts: given.get('allowed-hosts')?.split(','),
  baseUrl: given.get('base-url'),
})

/** Prints what somebody needs to start; with `--quiet` the URL alone. Warnings go to stderr. */
function greet(given: Given, mock: Mock, server: MockServer): void {
  for (const warning of [...mock.warnings, ...server.warnings]) warn(warning)
  console.log(given.has('quiet') ? server.url : greeting(welcome(mock, server.url)))
  if (given.has('open')) openPage(server.url, warn)
}

const warn = (text: string): void => console.error(`${alert('Warning:')} ${printable(text)}`)

async function makeMock(given: Given): Promise<Mock> {
  const seed = given.get('seed')
  const faults = await readFaults(given)
  const options: MockOptions<Policy> = {
    ...(await readPlatform(given)),
    hardened: given.has('hardened'),
    explain: readChoice('--explain', given.get('explain') ?? 'all', explanations),
    ...(seed !== undefined && { seed }),
    ...(faults !== undefined && { faults }),
  }
  const file = given.get('values')
  if (file === undefined) return createMock(options)
  // Loads the YAML parser only if there is such a file.
  const { inWordsOf, readValues } = await import('../../mock/values/read-values.ts')
  const auth = await readValues(file)
  try {
    return createMock({ ...options, auth })
  } catch (error) {
    throw inWordsOf(file, error)
  }
}
