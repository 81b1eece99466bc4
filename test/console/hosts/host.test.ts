import { afterEach, describe, expect, test, vi } from 'vitest'
import { type Host, readHost } from '../../../console/host/host.ts'
import { createMock } from '../../../mocks/index.ts'

/** The head of a page with these settings, at a URL. */
function pageAt(baseURI: string, settings?: object): Document {
  const content = settings && JSON.stringify(settings)
  const meta = { getAttribute: () => content ?? null }
  return Object.assign(Object.create(null), { baseURI, querySelector: () => settings && meta })
}

const told = ({ kind, address }: Host) => ({ kind, address })

afterEach(() => void vi.unstubAllGlobals())

describe('the mock of a console', () => {
  test.each([
    [{ host: 'server', baseUrl: '.' }, 'server', 'http://127.0.0.1:4010'],
    [{ host: 'server', baseUrl: '/ai-platform' }, 'server', 'http://127.0.0.1:4010/ai-platform'],
    [{ host: 'vite', baseUrl: '/api' }, 'vite', 'http://127.0.0.1:4010/api'],
    [{ host: 'vite', baseUrl: '/' }, 'vite', 'http://127.0.0.1:4010'],
    [{}, 'server', 'http://127.0.0.1:4010'],
    [{ host: 'other', baseUrl: 5 }, 'server', 'http://127.0.0.1:4010'],
    [undefined, 'server', 'http://127.0.0.1:4010'],
  ])('is where the head of its page says: %j', async (settings, kind, address) => {
    const host = await readHost(pageAt('http://127.0.0.1:4010/#/log', settings))
    expect(told(host)).toEqual({ kind, address })
  })

  test('is by default in the folder of the page', async () => {
    const host = await readHost(pageAt('http://corp.example/tools/index.html?a=b#/log', {}))
    expect(told(host)).toEqual({ kind: 'server', address: 'http://corp.example/tools' })
  })

  test('is not named by the URL of the page', async () => {
    const url =
      'http://127.0.0.1:4010/?baseUrl=https://evil.test&mock=https://evil.test/mock.js#/log'
    const { address } = await readHost(pageAt(url, { host: 'server', baseUrl: '.' }))
    expect(address).toBe('http://127.0.0.1:4010')
  })

  test('is not named by a frame of another origin', async () => {
    // Browsers hide such frames.
    vi.stubGlobal('frameElement', null)
    const { kind } = await readHost(pageAt('http://127.0.0.1:4010/', { host: 'server' }))
    expect(kind).toBe('server')
  })

  test('is that of the page around a panel', async () => {
    const mock = createMock()
    const settings = { baseUrl: 'https://platform.example', fetch: mock.fetch }
    vi.stubGlobal('frameElement', { rolecallConsole: settings })
    const host = await readHost(pageAt('http://localhost:5173/__rolecall/', {}))
    expect(told(host)).toEqual({ kind: 'panel', address: 'https://platform.example' })
    await host.control('trial').signIn('lead@acme.test')
    expect((await host.control().states.list()).map(({ name }) => name)).toContain('trial')
  })
})
