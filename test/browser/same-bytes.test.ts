import { setupServer } from 'msw/node'
import { createMock } from 'rolecall/mocks'
import { handlers } from 'rolecall/mocks/msw'
import { serve } from 'rolecall/mocks/server'
import { expect, test } from 'vitest'
import { describeInChromium } from './describe-in-chromium.ts'
import { allLevers } from './mocked/all-levers.ts'
import { mockedPages } from './mocked/mocked-pages.ts'

// Without it, a server gives decisions the addresses of its own pages.
const options = { seed: 'same bytes', docs: 'https://platform.example/rules/' }

/** The calls to a mock in this process. */
const inProcess = () => allLevers({ mock: createMock(options) })

async function overHttp(): Promise<string> {
  const mock = createMock(options)
  await using server = await serve(mock, { port: 0 })
  return await allLevers({ mock, baseUrl: server.url })
}

async function throughMsw(): Promise<string> {
  const mock = createMock(options)
  const baseUrl = 'https://platform.example'
  const server = setupServer(...handlers(mock, { baseUrl }))
  server.listen()
  try {
    return await allLevers({ mock, baseUrl })
  } finally {
    server.close()
  }
}

describeInChromium('the same seed, plan of faults, calls and levers', (connect) => {
  const pages = mockedPages(connect)

  test('give the same bytes in process, over HTTP, through MSW and in a page', async () => {
    const expected = await inProcess()
    for (const part of [
      '"lost"',
      '"status": 429',
      '"status": 503',
      '"status": 412',
      '"rule": "AD-',
    ]) {
      expect(expected).toContain(part)
    }
    expect(await inProcess()).toBe(expected)
    expect(await overHttp()).toBe(expected)
    expect(await throughMsw()).toBe(expected)

    const page = await pages().open()
    const inPage = await page.evaluate(async (given) => {
      const baseUrl = '/api'
      return rolecall.allLevers({ mock: await rolecall.startMock({ ...given, baseUrl }), baseUrl })
    }, options)
    expect(inPage).toBe(expected)
  })
})
