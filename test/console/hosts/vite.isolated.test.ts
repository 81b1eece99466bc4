import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rolecall, rolecallConsole } from 'rolecall/mocks/vite'
import { createLogger } from 'vite'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { devServer, folder as appFolder } from '../../vite/dev-server.ts'

const root = mkdtempSync(join(tmpdir(), 'rolecall-console-'))
const folder = join(root, 'dist/console')

// A console of a few lines, in place of the one that a build may have left.
vi.mock('../../../mocks/adapters/server/console/folder.ts', () => ({ consoleFolder: () => folder }))

/** A folder with the page of an app. */
function app(): string {
  const path = appFolder()
  writeFileSync(join(path, 'index.html'), '<!doctype html><title>The app</title>')
  return path
}

const html = { Accept: 'text/html' }

test('without its files, the path of the console says how to get them', async () => {
  const { origin } = await devServer(app())
  const answer = await fetch(`${origin}/__rolecall/`, { headers: html })
  expect(answer.status).toBe(404)
  expect(await answer.json()).toHaveProperty('detail', expect.stringContaining('npm run build'))
})

describe('the console on a dev server', () => {
  beforeAll(() => {
    mkdirSync(join(folder, 'assets'), { recursive: true })
    const settings = '<meta name="rolecall-console" content="{}" />'
    const script = '<script type="module" crossorigin src="./assets/main-1.js"></script>'
    writeFileSync(join(folder, 'index.html'), `<html><head>${settings}${script}</head></html>`)
    writeFileSync(join(folder, 'assets/main-1.js'), 'void 0')
    return () => rmSync(root, { recursive: true })
  })

  test.each([
    ['/', '/', '/'],
    ['/', '/api', '/api'],
    ['/app/', '/api/', '/api'],
    ['/app', '/', '/'],
    ['./', '/corp/ai-platform', '/corp/ai-platform'],
    ['https://cdn.example/app/', '/api', '/api'],
  ])('is there with base %s, and speaks to the mock below %s', async (base, baseUrl, told) => {
    const { origin, server } = await devServer(app(), { baseUrl }, { base })
    const url = `${origin}${server.config.base}__rolecall/`
    const answer = await fetch(url, { headers: html })
    const page = await answer.text()
    expect(page).toContain(
      `{&quot;host&quot;:&quot;vite&quot;,&quot;baseUrl&quot;:&quot;${told}&quot;}`,
    )
    expect(page).toContain('src="./assets/main-1.js"')
    // Nothing of Vite's own, which its policy would stop.
    expect(page).not.toContain('@vite/client')
    const script = await fetch(new URL('./assets/main-1.js', url))
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    const bare = await fetch(url.slice(0, -1), { redirect: 'manual' })
    expect([bare.status, bare.headers.get('location')]).toEqual([308, new URL(url).pathname])
    const users = new URL(`${told === '/' ? '' : told}/__mock/users`, url)
    expect(await (await fetch(users)).json()).toHaveProperty('data')
  })

  test('may be framed by pages of the app alone', async () => {
    const { origin } = await devServer(app())
    const answer = await fetch(`${origin}/__rolecall/`)
    expect(answer.headers.get('content-security-policy')).toContain("; frame-ancestors 'self'")
    const refused = await fetch(`${origin}/__rolecall/`, { method: 'POST' })
    expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
    const missing = await fetch(`${origin}/__rolecall/assets/old.js`)
    expect(missing.status).toBe(404)
  })

  test('adds its panel to the pages of the app on demand', async () => {
    const pageOf = async (console: boolean | 'panel') => {
      const { origin } = await devServer(app(), { console }, { base: '/app/' })
      return (await fetch(`${origin}/app/`, { headers: html })).text()
    }
    expect(await pageOf('panel')).toContain(
      '<script src="/app/__rolecall/panel.js" defer></script>',
    )
    expect(await pageOf(true)).not.toContain('panel.js')
  })

  test('is off with console: false', async () => {
    const { origin } = await devServer(app(), { console: false })
    const answer = await fetch(`${origin}/__rolecall/`, { headers: html })
    expect(await answer.text()).toContain('<title>The app</title>')
  })

  test('is served without a mock by a plugin of its own', async () => {
    const { origin } = await devServer(app(), {}, { plugins: [rolecallConsole()] })
    expect((await fetch(`${origin}/__rolecall/`)).status).toBe(200)
    const answer = await fetch(`${origin}/__mock/users`, { headers: html })
    expect(await answer.text()).toContain('<title>The app</title>')
  })

  test.each([
    [true, ['rolecall: policy adaptive answers below /api; its console is at /app/__rolecall/']],
    [false, ['rolecall: policy adaptive answers below /api']],
  ])('is named once in the log: %s', async (console, lines) => {
    const printed: string[] = []
    const info = (text: string) => void printed.push(text)
    const customLogger = { ...createLogger('info'), info }
    const plugins = [rolecall({ baseUrl: '/api', console })]
    await devServer(app(), {}, { base: '/app/', customLogger, plugins })
    expect(printed.filter((text) => text.includes('rolecall'))).toEqual(lines)
  })
})
