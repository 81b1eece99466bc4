import { createClient } from 'rolecall'
import { ConfigurationError, createMock } from 'rolecall/mocks'
import { serve } from 'rolecall/mocks/server'
import { describe, expect, test } from 'vitest'
import { startProxy } from '../support/proxy.ts'
import { runCurl } from '../support/run-curl.ts'
import { textAt } from '../support/text-at.ts'
import { exchange, rawRequest } from './raw-request.ts'
import { start } from './start.ts'

const prefix = '/ai-platform'

describe.each([
  { strips: true, keepsHost: false },
  { strips: true, keepsHost: true },
  { strips: false, keepsHost: false },
  { strips: false, keepsHost: true },
])('behind a proxy (takes the path away: $strips, keeps the host: $keepsHost)', (kind) => {
  test('a client calls below the path, and every address in an answer leads there', async () => {
    const { mock, server } = await start({ baseUrl: prefix })
    const origin = await startProxy({ target: server.url, prefix, ...kind })
    const baseUrl = `${origin}${prefix}`
    const client = createClient({ baseUrl, token: mock.token('admin@acme.test') })

    const team = await client.teams.create({ key: 'legal' })
    const renamed = await client.teams.update('legal', { name: 'Law' }, { ifMatch: team.etag })
    expect(renamed.name).toBe('Law')
    expect(await client.users.list({ limit: 7 }).toArray()).toHaveLength(mock.users().length)
    expect((await client.can('teams.delete', 'legal')).allowed).toBe(true)
    await client.teams.delete('legal')
    await expect(client.teams.get('legal')).rejects.toMatchObject({ status: 404 })
  })

  test('the metadata and the lines of the page have the address of the proxy', async () => {
    // The port is free again: the address of the proxy must be known before the server starts.
    const outer = await startProxy({ target: 'http://127.0.0.1:9', prefix, ...kind })
    const { server } = await start({ baseUrl: `${outer}${prefix}` })
    const client = createClient({ baseUrl: `${server.url}${kind.strips ? '' : prefix}` })
    const told = await client.access.configuration()
    expect(told).toEqual({
      policy_decision_point: `${outer}${prefix}`,
      access_evaluation_endpoint: `${outer}${prefix}/access/v1/evaluation`,
      access_evaluations_endpoint: `${outer}${prefix}/access/v1/evaluations`,
      search_subject_endpoint: `${outer}${prefix}/access/v1/search/subject`,
      search_resource_endpoint: `${outer}${prefix}/access/v1/search/resource`,
      search_action_endpoint: `${outer}${prefix}/access/v1/search/action`,
    })
    const headers = { Accept: 'application/json' }
    const page: unknown = await (await fetch(`${server.url}${prefix}/`, { headers })).json()
    expect(textAt(page, 'try', 'signIn')).toContain(`"${outer}${prefix}/__mock/sessions"`)
  })
})

test('the lines of the page work below a path alone', async () => {
  const { server } = await start({ baseUrl: `${prefix}/` })
  const headers = { Accept: 'application/json' }
  for (const path of ['/', prefix, `${prefix}/`]) {
    const page: unknown = await (await fetch(`${server.url}${path}`, { headers })).json()
    expect(page, path).toMatchObject({ url: `${server.url}${prefix}` })
    expect(await runCurl(textAt(page, 'try', 'list'))).toHaveProperty('data.length', 3)
    expect(await runCurl(textAt(page, 'try', 'signIn'))).toHaveProperty('token')
  }
})

test('without the option, a prefixed path is unknown', async () => {
  const { server, headers } = await start()
  const answer = await fetch(`${server.url}${prefix}/v1/me`, { headers })
  expect(answer.status).toBe(404)
})

test('the host of the base URL is allowed, and its pages may sign in', async () => {
  const { server } = await start({ baseUrl: 'https://corp.example/ai-platform', cors: false })
  const body = JSON.stringify({ user: 'admin@acme.test' })
  const signIn = (path: string, Origin: string, Host = 'corp.example') =>
    exchange(
      server.port,
      rawRequest(`POST ${path}`, {
        Host,
        Origin,
        'Content-Type': 'application/json',
        'Content-Length': String(body.length),
      }) + body,
    )
  for (const path of ['/__mock/sessions', `${prefix}/__mock/sessions`]) {
    expect(await signIn(path, 'https://corp.example')).toMatch(/^HTTP\/1.1 200 /)
    expect(await signIn(path, 'https://corp.example', `127.0.0.1:${server.port}`)).toMatch(/ 200 /)
    // A prefix does not make it less of a sign-in.
    expect(await signIn(path, 'https://evil.example')).toMatch(/^HTTP\/1.1 403 /)
    expect(await signIn(path, 'https://corp.example', 'evil.example')).toMatch(/^HTTP\/1.1 403 /)
  }
})

test('pages allowed by cors may call below the path, and not sign in', async () => {
  const { server } = await start({ baseUrl: prefix, cors: true })
  const headers = { Origin: 'https://app.example' }
  const api = await fetch(`${server.url}${prefix}/v1/me`, { headers })
  expect([api.status, api.headers.get('access-control-allow-origin')]).toEqual([401, '*'])
  for (const path of [`${prefix}/__mock/sessions`, `${prefix}/`, prefix]) {
    expect((await fetch(`${server.url}${path}`, { headers })).status, path).toBe(403)
  }
})

test.each([
  'ai-platform',
  '//corp.example',
  '/\\corp.example',
  '/api?a=1',
  '/api#a',
  'https://corp.example/api?a=secret-word',
  'https://me:secret-word@corp.example',
  'ftp://corp.example',
])('refuses %j as a base URL, without printing it', async (baseUrl) => {
  const attempt = serve(createMock(), { port: 0, baseUrl })
  await expect(attempt).rejects.toThrow(ConfigurationError)
  await expect(attempt).rejects.toThrow(
    'baseUrl must be a URL such as https://platform.example/api without query, fragment or credentials, or a path such as /api.',
  )
})
