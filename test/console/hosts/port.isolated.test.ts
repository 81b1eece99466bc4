import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { exchange, rawRequest } from '../../server/raw-request.ts'
import { start } from '../../server/start.ts'

const root = mkdtempSync(join(tmpdir(), 'rolecall-console-'))
const folder = join(root, 'dist/console')

// A console of a few lines, in place of the one that a build may have left.
vi.mock('../../../mocks/adapters/server/console/folder.ts', () => ({ consoleFolder: () => folder }))

const html = { Accept: 'text/html,application/xhtml+xml' }

test('without the files, / is the plain page, and says how to get them', async () => {
  const { server } = await start()
  const answer = await fetch(server.url, { headers: html })
  const page = await answer.text()
  expect(answer.status).toBe(200)
  expect(page).toContain('<th scope="row">lead@acme.test</th>')
  expect(page).toContain('npm run build')
  expect(await (await fetch(`${server.url}/plain`)).text()).not.toContain('npm run build')
  expect((await fetch(`${server.url}/console/assets/main-1.js`)).status).toBe(404)
})

describe('the console on a port', () => {
  const files = {
    'index.html': `<!doctype html><html><head>
<meta name="rolecall-console" content="{}">
<script type="module" crossorigin src="./assets/main-1.js"></script>
<link rel="stylesheet" crossorigin href="./assets/main-1.css">
</head><body></body></html>`,
    'assets/main-1.js': "document.title = 'The console — loaded'",
    'assets/main-1.css': 'body { margin: 0 }',
    'panel.js': 'void 0',
    'assets/main-1.js.map': '{}',
  }

  beforeAll(() => {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      writeFileSync(join(folder, name), text)
    }
    return () => rmSync(root, { recursive: true })
  })

  test('is the page at /, which says where the mock is', async () => {
    const { server } = await start()
    const answer = await fetch(server.url, { headers: html })
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(answer.headers.get('cache-control')).toBe('no-cache')
    const page = await answer.text()
    expect(page).toContain(
      '<meta name="rolecall-console" content="{&quot;host&quot;:&quot;server&quot;,&quot;baseUrl&quot;:&quot;.&quot;}">',
    )
    expect(page).toContain('src="./console/assets/main-1.js"')
    expect(page).toContain('href="./console/assets/main-1.css"')
    expect(page).toContain('<noscript><meta http-equiv="refresh" content="0; url=./plain">')
  })

  test('holds no token and no name of a user', async () => {
    const { mock, server } = await start()
    const page = await (await fetch(server.url, { headers: html })).text()
    for (const { email } of mock.users()) {
      expect(page).not.toContain(email)
      expect(page).not.toContain(mock.token(email))
    }
  })

  test('allows scripts, styles and calls of its own origin, and no frame around it', async () => {
    const { server } = await start()
    const { headers } = await fetch(server.url, { headers: html })
    expect(headers.get('content-security-policy')?.split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "connect-src 'self'",
      "img-src 'self' data:",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ])
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  test.each([
    ['main-1.js', 'text/javascript; charset=utf-8'],
    ['main-1.css', 'text/css; charset=utf-8'],
  ] as const)('serves %s as %s, to keep', async (name, type) => {
    const { server } = await start()
    const answer = await fetch(`${server.url}/console/assets/${name}`)
    expect(answer.headers.get('content-type')).toBe(type)
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(await answer.text()).toBe(files[`assets/${name}`])
  })

  test.each(['/', '/console/assets/main-1.js', '/console/panel.js'])(
    'answers 304 to who knows %s, HEAD without a body, and 405 to other methods',
    async (path) => {
      const { mock, server } = await start()
      const url = server.url + path
      const first = await fetch(url, { headers: html })
      const etag = first.headers.get('etag') ?? ''
      expect(etag).toMatch(/^"[\w-]{22}"$/)
      for (const known of [etag, `"other", W/${etag}`, '*']) {
        const again = await fetch(url, { headers: { ...html, 'If-None-Match': known } })
        expect([again.status, await again.text()]).toEqual([304, ''])
        expect(again.headers.get('etag')).toBe(etag)
        expect(again.headers.get('content-length')).toBeNull()
      }
      const other = await fetch(url, { headers: { ...html, 'If-None-Match': '"other"' } })
      expect(other.status).toBe(200)
      const head = await fetch(url, { headers: html, method: 'HEAD' })
      const { byteLength } = await first.arrayBuffer()
      expect(head.headers.get('content-length')).toBe(String(byteLength))
      expect(await head.text()).toBe('')
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
        const refused = await fetch(url, { method })
        expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
      }
      expect(mock.requests).toEqual([])
    },
  )

  test.each([
    '/console/',
    '/console/nothing.js',
    '/console/assets/main-1.js.map',
    '/console/../index.html',
    '/console/..%2findex.html',
    '/console/%2e%2e/%2e%2e/package.json',
    '/console/assets',
  ])('has no %s', async (path) => {
    const { server } = await start()
    const answer = await exchange(server.port, rawRequest(`GET ${path}`))
    expect(answer).toMatch(/^HTTP\/1.1 404 /)
  })

  test.each(['/ai-platform', '/ai-platform/', '/'])(
    'finds its files and the mock from %s, below the path of a proxy',
    async (path) => {
      const { server } = await start({ baseUrl: 'https://corp.example/ai-platform' })
      const page = await (await fetch(server.url + path, { headers: html })).text()
      expect(page).toContain('&quot;baseUrl&quot;:&quot;/ai-platform&quot;')
      expect(page).toContain('src="/ai-platform/console/assets/main-1.js"')
      const asset = await fetch(`${server.url}/ai-platform/console/assets/main-1.js`)
      expect(await asset.text()).toBe(files['assets/main-1.js'])
    },
  )

  test.each(['/', '/console/assets/main-1.js'])(
    'refuses %s to pages of other sites, and to other names of this machine',
    async (path) => {
      const { server } = await start({ cors: true })
      const from = (headers: Record<string, string>) =>
        exchange(server.port, rawRequest(`GET ${path}`, headers))
      expect(await from({ Origin: 'https://evil.test' })).toMatch(/^HTTP\/1.1 403 /)
      expect(await from({ Host: 'evil.test' })).toMatch(/^HTTP\/1.1 403 /)
      const embedded = { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'no-cors' }
      expect(await from(embedded)).toMatch(/^HTTP\/1.1 403 /)
    },
  )

  test('shadows no path of the API', async () => {
    const { server, headers } = await start()
    const answer = await fetch(`${server.url}/v1/me`, { headers })
    expect(await answer.json()).toMatchObject({ email: 'admin@acme.test' })
    const asJson = await fetch(server.url, { headers: { Accept: 'application/json' } })
    expect(await asJson.json()).toHaveProperty('people')
  })
})
