import { expect, test } from 'vitest'
import { describeConsole } from './open-console.ts'

describeConsole('while the mock is away', (open) => {
  test('a view that was not opened before says so, and is shown once the mock is back', async () => {
    const { page, url, expectedErrors } = await open()
    expectedErrors.push(/ERR_FAILED|The mock can’t be reached/)
    await page.getByText('Live', { exact: true }).first().waitFor()
    await page.route(`${url}/**`, (route) => route.abort())
    await page.getByRole('link', { name: 'Members' }).press('Enter')
    const failure = page.getByRole('main').getByRole('alert')
    await failure.getByText('The mock can’t be reached.').waitFor()
    await failure.getByRole('button', { name: 'Try again' }).press('Enter')
    await failure.getByText('The mock can’t be reached.').waitFor()
    await page.unroute(`${url}/**`)
    await failure.getByRole('button', { name: 'Try again' }).press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Members' }).waitFor()
    expect(await page.getByRole('main').getByRole('alert').count()).toBe(0)
  })
})
