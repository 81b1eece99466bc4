import { createClient } from 'rolecall'
import { createMock, type Mock } from 'rolecall/mocks'
import { type ServeOptions, serve } from 'rolecall/mocks/server'
import { adaptive } from 'rolecall/policies'
import { describe, expect, onTestFinished, test } from 'vitest'
import { readLibrary } from '../policy/tools/library.ts'
import { start } from './start.ts'

async function served(mock: Mock, options: ServeOptions = {}): Promise<string> {
  const server = await serve(mock, { port: 0, ...options })
  onTestFinished(() => server.close())
  return server.url
}

describe('the pages of the rules', () => {
  test('are linked from the first page, and lead on', async () => {
    const { server } = await start()
    const first = await (await fetch(`${server.url}/plain`)).text()
    expect(first).toContain(`href="${server.url}/rules/adaptive"`)
    const index = await (await fetch(`${server.url}/rules`)).text()
    expect(index).toContain(`href="${server.url}/rules/adaptive"`)
  })

  test('have an anchor and a heading for each rule, and load nothing', async () => {
    const { server } = await start()
    const answer = await fetch(`${server.url}/rules/adaptive`)
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
    const page = await answer.text()
    for (const id of ['AD-04', 'AD-17', 'membership', 'not_offered', 'API']) {
      expect(page).toContain(`<h2 id="${id.toLowerCase()}">${id}</h2>`)
    }
    expect(page).toContain('create new role (user must be in admin team)')
    expect(page).not.toMatch(/<script|src=|@import|url\(/)
    const links = [...page.matchAll(/href="#([^"]+)"/g)].map(([, anchor]) => anchor)
    expect(links.filter((anchor) => !page.includes(` id="${anchor}"`))).toEqual([])
  })

  test('are those of a policy of one’s own, also once it is put in force', async () => {
    const mock = createMock()
    const url = await served(mock)
    mock.use({ ...adaptive, name: 'stricter', title: 'A stricter platform' })
    expect(await (await fetch(`${url}/rules/stricter`)).text()).toContain('A stricter platform')
    const former = await fetch(`${url}/rules/adaptive`)
    expect(former.status).toBe(404)
    expect(await former.json()).toMatchObject({
      detail: 'The policy in force is "stricter". Its rules are at /rules/stricter.',
    })
    const own = await served(createMock({ policy: readLibrary() }))
    const page = await (await fetch(`${own}/rules/library`)).text()
    expect(page).toContain('There shall be a librarian at all times.')
    expect(page).toContain('<footer>Librarians</footer>')
  })

  test('answer HEAD, and no other method', async () => {
    const { server } = await start()
    expect((await fetch(`${server.url}/rules`, { method: 'HEAD' })).status).toBe(200)
    const refused = await fetch(`${server.url}/rules/adaptive`, { method: 'POST' })
    expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
  })

  test('are not for the pages of other origins', async () => {
    const { server } = await start({ cors: true })
    const headers = { origin: 'https://elsewhere.example' }
    expect((await fetch(`${server.url}/rules/adaptive`, { headers })).status).toBe(403)
  })
})

describe('ruleUrl on a port', () => {
  const urlFrom = async (mock: Mock, baseUrl: string) => {
    const lead = createClient({ baseUrl, token: mock.token('lead@acme.test') })
    return (await lead.can('teams.create', { key: 'labs' })).ruleUrl
  }

  test('is the server’s own page by default', async () => {
    const { mock, server } = await start()
    const ruleUrl = await urlFrom(mock, server.url)
    expect(ruleUrl).toBe(`${server.url}/rules/adaptive#ad-05`)
    expect((await fetch(ruleUrl ?? '')).status).toBe(200)
  })

  test('is below the proxy in front', async () => {
    const mock = createMock()
    const url = await served(mock, { baseUrl: 'https://corp.example/ai' })
    expect(await urlFrom(mock, url)).toBe('https://corp.example/ai/rules/adaptive#ad-05')
  })

  test('is where the mock says', async () => {
    const mock = createMock({ docs: 'https://docs.example/rules' })
    expect(await urlFrom(mock, await served(mock))).toBe(
      'https://docs.example/rules/adaptive#ad-05',
    )
  })
})
