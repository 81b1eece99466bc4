import type { Locator, Page } from 'playwright'
import { expect, test } from 'vitest'
import type { Invitation, PolicyName, User } from '../../src/index.ts'
import { describeConsole, type OpenedConsole } from './open-console.ts'

/** For each policy: who acts, the most powerful first, and whose menus are opened. */
const cases: readonly {
  readonly policy: PolicyName
  readonly actors: readonly string[]
  readonly rows: readonly string[]
}[] = [
  {
    policy: 'adaptive',
    actors: ['admin', 'deputy', 'lead'],
    rows: ['admin', 'scientist', 'invited'],
  },
  {
    policy: 'bigml',
    actors: ['admin', 'manager', 'lead'],
    rows: ['admin', 'manager', 'guest', 'invited'],
  },
  { policy: 'ica', actors: ['tenant', 'owner'], rows: ['admin', 'stranger', 'newcomer'] },
  {
    policy: 'peltarion',
    actors: ['admin', 'lead'],
    rows: ['admin', 'lead', 'viewer', 'invited', 'declined'],
  },
  {
    policy: 'superannotate',
    actors: ['admin', 'plain', 'annotator'],
    rows: ['admin', 'granted', 'newcomer', 'paused', 'invited', 'invited-admin'],
  },
]

const address = (name: string) => `${name}@acme.test`

/** The call behind an item of a row's menu. Items that lead to a dialogue make none. */
function callOf(item: string, user: User | undefined, invitation: Invitation | undefined) {
  const email = user?.email ?? ''
  const id = invitation?.id ?? ''
  const calls: Record<string, readonly [string, ...unknown[]]> = {
    'Resend invite': ['invitations.resend', id],
    'Remove invite': ['invitations.withdraw', id],
    Pause: ['users.update', email, { paused: true }],
    Resume: ['users.update', email, { paused: false }],
    'Make owner': ['organization.transferOwnership', { to: email }],
    'Remove user': ['users.remove', email],
  }
  return Object.entries(calls).find(([name]) => item.startsWith(name))?.[1]
}

/** What a control says when the mock has answered whether it may be used. */
async function settled(control: Locator): Promise<string> {
  const text = async () => (await control.innerText()).trim()
  await expect.poll(text, { timeout: 10_000 }).not.toContain('Asking whether you may')
  return text()
}

/** Compares an item of a menu with what the mock answers about its call. */
async function checkItem(
  { mock }: OpenedConsole,
  item: Locator,
  as: string,
  [operation, ...args]: readonly [string, ...unknown[]],
): Promise<void> {
  const text = await settled(item)
  const decision = await mock.client({ as }).can<string>(operation, ...args)
  const isOff = (await item.getAttribute('aria-disabled')) === 'true'
  expect([as, operation, args, isOff]).toEqual([as, operation, args, !decision.allowed])
  const able = decision.alternatives.flatMap(({ calls }) => calls.flatMap(({ by }) => by))
  if (!decision.allowed) {
    expect(text).toContain(decision.text.split('\n')[0]?.slice(0, 40))
    for (const one of able) expect(text).toContain(one)
    if (able.length === 0) expect(text).toContain(decision.final ?? '')
  }
}

async function openMenu(page: Page, email: string): Promise<Locator | undefined> {
  const row = page.getByRole('row').filter({ has: page.getByText(email, { exact: true }) })
  const button = row.getByRole('button', { name: /^Actions for/ })
  if ((await button.count()) === 0) return undefined
  await button.first().press('Enter')
  return page.getByRole('menuitem')
}

describeConsole('controls', (open) => {
  for (const { policy, actors, rows } of cases) {
    test(`${policy}: a control of Members is off exactly when the mock says no, and says who could`, async () => {
      const opened = await open({ mock: { policy }, path: '/members' })
      const { page, mock, actAs, expectedErrors } = opened
      expectedErrors.push(/403/)
      let checked = 0
      for (const name of actors) {
        await actAs(address(name))
        const loaded = page.getByRole('region', { name: 'Members, rows' })
        await loaded.or(page.getByText('You may not see the members')).waitFor()
        if ((await loaded.count()) === 0) continue
        const everything = mock.client({ as: address(actors[0] ?? '') })
        const invitations =
          policy === 'adaptive' || policy === 'ica'
            ? []
            : (await everything.invitations.list()).data
        for (const row of rows) {
          const items = await openMenu(page, address(row))
          if (items === undefined) continue
          const [user] = (await everything.users.list({ email: address(row) })).data
          const invitation = invitations.find(({ email }) => email === address(row))
          for (const item of await items.all()) {
            const call = callOf(await item.innerText(), user, invitation)
            // Where projects have owners, removing begins with a dialogue.
            if (call === undefined || (policy === 'ica' && call[0] === 'users.remove')) continue
            await checkItem(opened, item, address(name), call)
            checked += 1
          }
          await page.keyboard.press('Escape')
        }
      }
      if (policy !== 'ica') expect(checked).toBeGreaterThan(5)
    })
  }
})
