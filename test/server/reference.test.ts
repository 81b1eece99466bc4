import { createMock, type Mock } from 'rolecall/mocks'
import { serve } from 'rolecall/mocks/server'
import { policies } from 'rolecall/policies'
import { expect, onTestFinished, test } from 'vitest'
import { operations } from '../../src/generated/operations.ts'
import { contained } from '../support/contained.ts'
import { namedExamples } from '../support/named-examples.ts'
import { runCurl } from '../support/run-curl.ts'
import { start } from './start.ts'

const referenceOf = async (url: string) => (await fetch(`${url}/reference`)).text()

/** The reference of a mock, which is served until the test ends. */
async function served(mock: Mock): Promise<string> {
  const server = await serve(mock, { port: 0 })
  onTestFinished(() => server.close())
  return referenceOf(server.url)
}

/** The text of HTML that was escaped. */
const unescaped = (html: string) =>
  html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

test('has every operation under its operationId, and loads nothing from elsewhere', async () => {
  const { server } = await start()
  const answer = await fetch(`${server.url}/reference`)
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
  const page = await answer.text()
  for (const id of Object.keys(operations)) expect(page).toContain(`<h3 id="${id}">`)
  expect(page).not.toMatch(/<script|src=|@import|url\(/)
})

test('links lead to places on the page, and no place has the id of another', async () => {
  const { server } = await start()
  const page = await referenceOf(server.url)
  const ids = Array.from(page.matchAll(/\bid="([^"]*)"/g), ([, id]) => id)
  expect(new Set(ids).size).toBe(ids.length)
  const links = Array.from(page.matchAll(/href="#([^"]*)"/g), ([, id]) => id)
  expect(links.filter((id) => !ids.includes(id))).toEqual([])
})

test('is linked from the first page', async () => {
  const { server } = await start()
  const page = await (await fetch(`${server.url}/plain`)).text()
  expect(page).toContain(`<a href="${server.url}/reference">`)
})

test('tells who may call an operation under the policy in force', async () => {
  const needs =
    /<td>[^<]*admin:manage_roles[^<]*<\/td><td><a href="\/rules\/adaptive#ad-04">AD-04<\/a><\/td>/
  expect(await served(createMock())).toMatch(needs)
  const page = await served(createMock({ policy: 'bigml' }))
  expect(page).not.toMatch(needs)
  expect(page).toContain(`Nobody: ${policies.bigml.title} does not offer it.`)
})

test('shows texts of a policy as text, and of a policy of one’s own no examples', async () => {
  const policy = { ...policies.adaptive, name: 'own', title: '<b>Own</b>' }
  const page = await served(createMock({ policy }))
  expect(page).toContain('&lt;b&gt;Own&lt;/b&gt;')
  expect(page).not.toContain('<h4>Examples</h4>')
})

/** An answer without the pages of its rules, which are the server's own. */
const withoutAddresses = (answer: unknown): unknown =>
  answer === undefined
    ? undefined
    : JSON.parse(
        JSON.stringify(answer, (key, value: unknown) => (key === 'ruleUrl' ? undefined : value)),
      )

test.each(Object.values(policies))(
  'the curl lines of $name run as they are, and answer as shown',
  async ({ name: policy }) => {
    const mock: Mock = createMock({ policy })
    const page = await served(mock)
    const lineOf = (operation: string, name: string) => {
      const section = page.slice(page.indexOf(`<h3 id="${operation}">`))
      const [, line = ''] =
        new RegExp(`<summary>${name}</summary>\n.*\n<pre><code>(.*)</code>`).exec(section) ?? []
      return unescaped(line)
    }
    const own = namedExamples().filter((one) => one.policy === policy)
    expect(own.length).toBeGreaterThan(30)
    for (const { operation, name, after, answer, shortened } of own) {
      mock.reset()
      const [before = '', word = ''] = after?.split('#') ?? []
      if (after !== undefined) await runCurl(lineOf(before, word))
      const answered = await runCurl(lineOf(operation, name))
      if (shortened) expect(contained(answer, answered)).toBe(true)
      // The metadata has the server's own address.
      else if (operation !== 'access.configuration') {
        expect(withoutAddresses(answered)).toEqual(answer)
      }
    }
  },
)

test('has GET and HEAD alone', async () => {
  const { server } = await start()
  const head = await fetch(`${server.url}/reference`, { method: 'HEAD' })
  expect([head.status, await head.text()]).toEqual([200, ''])
  const posted = await fetch(`${server.url}/reference`, { method: 'POST' })
  expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
})
