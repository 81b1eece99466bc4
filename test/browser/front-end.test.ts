import { beforeEach, expect, test } from 'vitest'
import { describePage } from './describe-page.ts'

describePage('the front-end example', 'docs/examples/front-end', (page) => {
  beforeEach(async () => {
    await page().getByLabel('Sign in as').waitFor()
  })

  const signInAs = (email: string) => page().getByLabel('Sign in as').selectOption(email)
  const createRole = () => page().getByRole('button', { name: 'Create role' }).click()
  const outcome = () => page().getByRole('status').innerText()

  test('signs in as anyone and shows their teams', async () => {
    await signInAs('two-hats@acme.test')
    await page().getByRole('definition').nth(1).waitFor()
    const terms = await page().getByRole('term').allInnerTexts()
    const roles = await page().getByRole('definition').allInnerTexts()
    expect(Object.fromEntries(terms.map((team, index) => [team, roles[index]]))).toEqual({
      admin: 'annotator',
      research: 'admin',
    })
  })

  test('creates a role for a user with the right', async () => {
    await signInAs('admin@acme.test')
    await createRole()
    await page().getByText('Created role prompt-reviewer.').waitFor()
  })

  test('shows others the rule, the missing parts, and who may run each remedy', async () => {
    await signInAs('lead@acme.test')
    await createRole()
    await page().getByRole('heading', { name: 'Not allowed, by rule AD-04' }).waitFor()
    expect(await outcome()).toContain(
      'roles.create needs “Manage roles” (admin:manage_roles) in team Admin. You hold it only in team Research.',
    )
    expect(await outcome()).toContain(
      'users.update("lead@acme.test", {"teams":{"admin":"platform_admin"}})',
    )
    expect(await outcome()).toContain(
      'Ask admin@acme.test, platform@acme.test or deputy@acme.test.',
    )
  })

  test('runs a remedy as a user who may; then the same button creates the role', async () => {
    await signInAs('lead@acme.test')
    await createRole()
    await page().getByRole('button', { name: 'Run it as admin@acme.test' }).click()
    await page().getByText('Created role prompt-reviewer.').waitFor()
    expect(await page().getByRole('term').allInnerTexts()).toContain('admin')
  })

  test('shows a conflict that is no matter of rights: the role exists already', async () => {
    await signInAs('admin@acme.test')
    await createRole()
    await page().getByText('Created role prompt-reviewer.').waitFor()
    await createRole()
    await page().getByRole('heading', { name: 'Not allowed' }).waitFor()
    expect(await outcome()).toContain('prompt-reviewer')
  })
})
