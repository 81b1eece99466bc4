import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createMock } from 'rolecall/mocks'
import { serve } from 'rolecall/mocks/server'
import { expect, onTestFinished, test } from 'vitest'
import { selfSigned } from '../fixtures/self-signed.ts'
import { startForwardProxy, startTls } from './forward-proxy.ts'
import { root } from './pages.ts'
import { runNodeIn } from './run-node.ts'

const script = `${root}docs/examples/proxies/script.ts`
const byUndici = `${root}docs/examples/proxies/by-undici.ts`
const ownCertificate = `${root}docs/examples/proxies/own-certificate.ts`

/** A platform that this machine knows by the proxy alone, over http or https. */
async function start(protocol: 'http' | 'https') {
  const mock = createMock()
  const server = await serve(mock, { port: 0, allowedHosts: ['platform.example'] })
  onTestFinished(() => server.close())
  const port = Number(new URL(server.url).port)
  const proxy = await startForwardProxy(protocol === 'https' ? await startTls(port) : port)
  const folder = await mkdtemp(join(tmpdir(), 'rolecall-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await writeFile(join(folder, 'corporate-ca.pem'), selfSigned.cert)
  const env = {
    ROLECALL_BASE_URL: `${protocol}://platform.example`,
    ROLECALL_TOKEN: mock.token('admin@acme.test'),
    [`${protocol.toUpperCase()}_PROXY`]: proxy.url,
  }
  const run = (file: string, more: Record<string, string> = {}) =>
    runNodeIn({ cwd: folder, env: { ...env, ...more } }, '--no-warnings', file)
  return { asked: proxy.asked, env, folder, run }
}

test.each([
  ['the environment', 'http', script, { NODE_USE_ENV_PROXY: '1' }],
  ['undici', 'http', byUndici, {}],
  ['undici, with a certificate of its own', 'https', ownCertificate, {}],
] as const)('by %s, over %s', async (_, protocol, file, more) => {
  const { asked, run } = await start(protocol)

  expect((await run(file, more)).stdout).toBe('admin@acme.test\n')
  expect(new Set(asked.map((host) => host.split(':')[0]))).toEqual(new Set(['platform.example']))
})

test('NODE_EXTRA_CA_CERTS trusts a certificate', async () => {
  const { folder, run } = await start('https')
  const ca = { NODE_USE_ENV_PROXY: '1', NODE_EXTRA_CA_CERTS: join(folder, 'corporate-ca.pem') }

  expect((await run(script, ca)).stdout).toBe('admin@acme.test\n')
})

test('without it, the call fails at once and names the certificate', async () => {
  const { run } = await start('https')

  const { stderr } = await run(script, { NODE_USE_ENV_PROXY: '1' })
  expect(stderr).toMatch(/ConnectionError: users\.me got no answer from .*self-signed certificate/)
})

test('NO_PROXY leaves a host out, and Node uses no proxy unless it is told to', async () => {
  const { asked, run } = await start('http')

  for (const more of [{ NODE_USE_ENV_PROXY: '1', NO_PROXY: 'platform.example' }, {}]) {
    expect((await run(script, more)).stderr).toContain('ConnectionError')
  }
  expect(asked).toEqual([])
})
