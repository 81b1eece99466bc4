import { expect, test } from 'vitest'
import { describeInChromium } from './describe-in-chromium.ts'
import { mockedPages } from './mocked/mocked-pages.ts'

describeInChromium('startMock', (connect) => {
  const pages = mockedPages(connect)

  test('answers the calls of a client from the worker', async () => {
    const page = await pages().open()
    const keys = await page.evaluate(async () => {
      const mock = await rolecall.startMock({ baseUrl: '/api' })
      const token = await mock.signIn('admin@acme.test')
      const client = rolecall.createClient({ baseUrl: '/api', token })
      await client.teams.create({ key: 'qa' })
      return (await client.teams.list().toArray()).map(({ key }) => key)
    })
    expect(keys).toContain('qa')
    expect(pages().printed).toEqual([])
  })

  test('lets every other request through, in silence', async () => {
    const page = await pages().open()
    const texts = await page.evaluate(async () => {
      await rolecall.startMock({ baseUrl: '/api' })
      const own = await fetch('/package.json')
      return [own.status, (await own.json()).name]
    })
    expect(texts).toEqual([200, 'rolecall'])
    expect(pages().printed).toEqual([])
  })

  test('says what to do if the script of the worker is missing', async () => {
    const page = await pages().open()
    const message = await page.evaluate(() =>
      rolecall
        .startMock({ baseUrl: '/api', workerUrl: '/nowhere.js' })
        .then(() => 'It started.')
        .catch((error: unknown) => String(error)),
    )
    expect(message).toContain('npx msw init public/')
    expect(message).toContain('/nowhere.js')
  })
})
