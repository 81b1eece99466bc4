import { once } from 'node:events'
import { createMock } from '../../mock/create-mock.ts'
import type { Mock } from '../../mock/mock.ts'
import type { MockOptions } from '../../mock/options.ts'
import type { Policy } from '../../policy/language/policy.ts'
import { serve } from '../server/index.ts'
import { welcome } from '../server/welcome/welcome.ts'
import type { Given } from './command.ts'
import { greeting } from './greeting.ts'
import { readPlatform } from './read-platform.ts'
import { readCors, readPort } from './read-value.ts'
import { alert } from './style.ts'
import { printable } from '../../../src/core/base/printable.ts'

/** Serves a mock and prints who can sign in. Resolves once a signal has stopped it. */
export async function serveMock(given: Given): Promise<number> {
  const port = readPort('--port', given.get('port') ?? '4010')
  const allowedHosts = given.get('allowed-hosts')?.split(',')
  const cors = readCors(given.get('cors') ?? 'loopback')
  const mock = await makeMock(given)
  const server = await serve(mock, {
    port,
    host: given.get('host'),
    cors,
    allowedHosts,
    baseUrl: given.get('base-url'),
  })
  const stopped = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
  for (const warning of [...mock.warnings, ...server.warnings])
    console.error(`${alert('Warning:')} ${printable(warning)}`)
  console.log(greeting(welcome(mock, server.url)))
  await stopped
  await server.close()
  return 0
}

async function makeMock(given: Given): Promise<Mock> {
  const seed = given.get('seed')
  const options: MockOptions<Policy> = {
    ...(await readPlatform(given)),
    hardened: given.has('hardened'),
    ...(seed !== undefined && { seed }),
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
