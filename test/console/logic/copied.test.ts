import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { createMock, type Mock } from 'rolecall/mocks'
import { serve } from 'rolecall/mocks/server'
import * as mocked from 'rolecall/mocks/vitest'
import * as vitest from 'vitest'
import type { LoggedRequest } from '../../../mocks/control-client/index.ts'
import { asCurl, asPlaywright, asSdk, asVitest } from '../../../console/views/log/copied.ts'

const { describe, expect, test } = vitest

const hostile = '\'"`${1}\\ \u202e</script>'

/** Requests of many kinds, each the first of a mock in its start state. */
async function requestsToCopy(): Promise<readonly LoggedRequest[]> {
  const calls: readonly ((mock: Mock) => Promise<unknown>)[] = [
    (mock) => mock.client({ as: 'lead@acme.test' }).roles.create({ key: 'r', permissions: [] }),
    (mock) =>
      mock.client({ as: 'admin@acme.test' }).teams.create({ key: 't', name: 'A \'b\' "c"' }),
    (mock) => mock.client({ as: 'admin@acme.test' }).teams.create({ key: 't', name: hostile }),
    (mock) => mock.client({ as: 'admin@acme.test' }).teams.get('no/where'),
    (mock) => mock.client({ as: 'admin@acme.test' }).users.list({ limit: 2 }),
    (mock) =>
      mock.client({ as: 'lead@acme.test' }).can('roles.create', { key: 'r', permissions: [] }),
    (mock) => mock.client({ as: 'admin@acme.test' }).can('teams.delete', 'research'),
  ]
  return Promise.all(
    calls.map(async (call) => {
      const mock: Mock = createMock()
      await call(mock).catch(() => undefined)
      const [request] = mock.requests
      if (request === undefined) throw new Error('The call left no entry in the log.')
      return request
    }),
  )
}

const requests = await requestsToCopy()
const context = { baseUrl: 'https://platform.example', policy: 'adaptive' }

/** Runs a text as the body of an asynchronous function. */
async function run(text: string, given: Readonly<Record<string, unknown>>): Promise<void> {
  const { constructor } = async () => undefined
  const made: unknown = Reflect.construct(constructor, [...Object.keys(given), text])
  if (typeof made !== 'function') throw new TypeError('The text is no function.')
  const running: unknown = Reflect.apply(made, undefined, Object.values(given))
  await running
}

const facts = ({ operation, args, status, actor }: LoggedRequest) => ({
  operation,
  args,
  status,
  actor,
})

describe('a request copied as', () => {
  describe('a Vitest test passes', async () => {
    const modules: Readonly<Record<string, object>> = { vitest, 'rolecall/mocks/vitest': mocked }
    for (const request of requests) {
      const text = asVitest(request, context)
      expect(text).not.toContain('\u202e')
      // Registers its test here, as its file would.
      const body = text.replaceAll(/^import (.*) from (.*)$/gm, 'const $1 = modules[$2]')
      // oxlint-disable-next-line no-await-in-loop
      await run(body, { modules })
    }
  })

  test.each(requests)('a call of the SDK is the same call: $operation $status', async (request) => {
    const mock: Mock = createMock()
    const client = mock.client({ as: request.actor ?? '' })
    await run(asSdk(request), { client }).catch(() => undefined)
    expect(mock.requests.map(facts)).toEqual([facts(request)])
  })

  test.each(requests)('a Playwright step passes: $operation $status', async (request) => {
    const mock: Mock = createMock()
    const as = (user: string) => mock.client({ as: user })
    const step = (_: string, work: () => Promise<void>) => work()
    await run(asPlaywright(request), { test: { step }, expect, as })
    expect(mock.requests.map(facts)).toEqual([facts(request)])
  })

  test.each(requests)('curl is the same call, without its token: $operation', async (request) => {
    const mock: Mock = createMock()
    const server = await serve(mock, { port: 0 })
    vitest.onTestFinished(() => server.close())
    const text = asCurl(request, { ...context, baseUrl: server.url })
    expect(text).toContain('$ROLECALL_TOKEN')
    expect(text).not.toMatch(/rct_/)
    const env = { ...process.env, ROLECALL_TOKEN: mock.token(request.actor ?? '') }
    await promisify(execFile)('sh', ['-c', text], { env })
    expect(mock.requests.map(facts)).toEqual([facts(request)])
  })
})
