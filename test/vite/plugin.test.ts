import { writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:http2'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { createClient } from 'rolecall'
import { createMock } from 'rolecall/mocks'
import { rolecall } from 'rolecall/mocks/vite'
import { describe, expect, test } from 'vitest'
import { devServer, folder } from './dev-server.ts'

const page = '<!doctype html><title>The app</title>'

/** A folder with a page. */
function app(): string {
  const root = folder()
  writeFileSync(join(root, 'index.html'), page)
  return root
}

async function signIn(baseUrl: string, user: string): Promise<string> {
  const answer = await fetch(`${baseUrl}/__mock/sessions`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ user }),
  })
  const { token } = await answer.json()
  return token
}

describe('the plugin for Vite', () => {
  test.each(['/', '/api', '/api/', '/corp/ai-platform'])('answers below %s', async (baseUrl) => {
    const { origin } = await devServer(app(), { baseUrl })
    const base = new URL(baseUrl, origin).href.replace(/\/$/, '')
    const token = await signIn(base, 'admin@acme.test')
    expect(token).toBe(createMock().token('admin@acme.test'))
    const client = createClient({ baseUrl: base, token })
    expect(await client.teams.create({ key: 'qa' })).toMatchObject({ key: 'qa' })
    expect(await client.users.me()).toMatchObject({ email: 'admin@acme.test' })
  })

  test('answers at the root without an option, as another policy', async () => {
    const { origin } = await devServer(app(), { policy: 'bigml' })
    const client = createClient({ baseUrl: origin, token: await signIn(origin, 'admin@acme.test') })
    expect(await client.policy.get()).toMatchObject({ name: 'bigml' })
  })

  test.each(['/', '/teams', '/api/own', '/v1/teams'])('leaves %s to the app', async (path) => {
    const { origin } = await devServer(app(), { baseUrl: '/api' })
    const answer = await fetch(origin + path, { headers: { Accept: 'text/html' } })
    expect(await answer.text()).toContain('<title>The app</title>')
  })

  test('refuses a page of another site', async () => {
    const { origin } = await devServer(app())
    const answer = await fetch(`${origin}/__mock/reset`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: 'https://evil.test' },
    })
    expect(answer.status).toBe(403)
  })

  test('answers over HTTP/2, as dev servers with HTTPS do', async () => {
    const { server } = await devServer(app(), {}, { server: { middlewareMode: true } })
    const secure = createServer((request, response) => {
      Reflect.apply(server.middlewares, undefined, [request, response])
    })
    await new Promise<void>((resolve) => secure.listen(0, '127.0.0.1', resolve))
    const address = secure.address()
    const session = connect(`http://localhost:${Object(address).port}`)
    const request = session.request({
      ':path': '/v1/me',
      authorization: `Bearer ${createMock().token('lead@acme.test')}`,
    })
    expect(JSON.parse(await text(request))).toMatchObject({ email: 'lead@acme.test' })
    session.close()
    secure.close()
  })

  test.each([
    [{ baseUrl: 'https://platform.example' }, 'baseUrl must be a path of the dev server'],
    [{ baseUrl: 'api' }, 'baseUrl must be'],
    [{ policy: 'bigmll' }, 'Did you mean bigml?'],
    [{ basUrl: '/api' }, 'Did you mean baseUrl?'],
    [{ persist: 5 }, 'persist must be true, false or the path of a folder'],
  ])('refuses %j', async (options, message) => {
    await expect(async () => {
      const plugin: unknown = Reflect.apply(rolecall, undefined, [options])
      await devServer(app(), {}, { plugins: [Object(plugin)] })
    }).rejects.toThrow(message)
  })
})
