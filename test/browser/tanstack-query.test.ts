import { expect, test } from 'vitest'
import { describePage } from './describe-page.ts'

describePage('the React example with TanStack Query', 'docs/examples/react', (page) => {
  const signInAs = (email: string) => page().getByLabel('Sign in as').selectOption(email)
  const team = () => page().getByRole('region', { name: 'Team support' })
  const everyone = () => page().getByRole('region', { name: 'Everyone' }).getByRole('listitem')
  const remove = (email: string) => team().getByRole('button', { name: `Remove ${email}` })

  test('a list is shown, and continued page by page', async () => {
    await everyone().nth(7).waitFor()
    expect(await everyone().count()).toBe(8)
    await page().getByRole('button', { name: 'More' }).click()
    await everyone().nth(15).waitFor()
    await page().getByRole('button', { name: 'More' }).click()
    await page().getByRole('button', { name: 'More' }).waitFor({ state: 'detached' })
    expect(await everyone().count()).toBe(20)
  })

  test('a mutation refetches the affected team, and the list of everyone', async () => {
    await page().getByRole('button', { name: 'More' }).click()
    await page().getByText('agent@acme.test (support, research)').waitFor()
    await remove('agent@acme.test').click()
    await team().getByText('agent@acme.test').waitFor({ state: 'detached' })
    await page().getByText('agent@acme.test (research)').waitFor()
  })

  test('a denied user sees the rule; the next user to sign in sees their own view', async () => {
    await remove('agent@acme.test').waitFor()
    await signInAs('lead@acme.test')
    await team().getByText('stays, by AD-06').first().waitFor()
    expect(await remove('agent@acme.test').count()).toBe(0)
    await signInAs('admin@acme.test')
    await remove('agent@acme.test').waitFor()
  })
})
