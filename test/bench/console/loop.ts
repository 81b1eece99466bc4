import type { Browser } from 'playwright'
import type { LoggedRequest, Mock } from 'rolecall/mocks'
import { type Results, resultsOf } from '../race.ts'
import { withConsole } from './open.ts'
import { type BareCall, fetchBare, press } from './press.ts'

/** What is measured: in the console, and by fetch alone. */
export const inConsole = 'in the console'
export const byFetch = 'by fetch alone'

const rounds = 9

/** Milliseconds until a denial is explained, and until its remedy is applied and the call repeated. */
export interface LoopFigures {
  readonly explained: Results
  readonly repeated: Results
}

/** Measures the way from a line of the log to the same call allowed, in turns with the same calls by fetch alone. */
export async function measureLoop(browser: Browser): Promise<LoopFigures> {
  const results = () =>
    new Map([inConsole, byFetch].map((name) => [name, new Array<number>()] as const))
  const explained = results()
  const repeated = results()
  await withConsole(browser, {}, async ({ page, mock, url }) => {
    for (let round = 0; round <= rounds; round += 1) {
      // A state of its own for each way: each is the first to ask.
      mock.reset()
      const denied = await denyOnce(mock)
      const { remedy, again } = bareCalls(mock, denied)
      await page.goto(`${url}/openapi.json`)
      const control = { method: 'GET', path: `/__mock/requests/${denied.id}`, token: '' }
      const bareExplained = await fetchBare(page, [control])
      const bareRepeated = await fetchBare(page, [...remedy, again])

      mock.reset()
      await denyOnce(mock)
      await page.goto(`${url}/#/log`)
      const line = { selector: '[role=rowheader] a', text: 'roles.create' }
      await page.locator(line.selector).filter({ hasText: line.text }).waitFor()
      const shown = await press(page, line, { selector: 'aside button', text: 'Apply as' })
      await page
        .getByRole('button', { name: /^Apply as/ })
        .first()
        .click()
      await page.getByRole('button', { name: 'Apply and try again' }).waitFor()
      const green = await press(
        page,
        { selector: 'dialog button', text: 'Apply and try again' },
        { selector: 'dialog h3', text: 'Denied before, allowed now.' },
      )
      await page.goto('about:blank')
      if (round === 0) continue
      explained.get(inConsole)?.push(shown)
      explained.get(byFetch)?.push(bareExplained)
      repeated.get(inConsole)?.push(green)
      repeated.get(byFetch)?.push(bareRepeated)
    }
  })
  return { explained: resultsOf(explained), repeated: resultsOf(repeated) }
}

const role = { key: 'mine', permissions: ['use_case:read'] }

/** Makes a call that is denied, and that another can allow. */
async function denyOnce(mock: Mock): Promise<LoggedRequest> {
  await mock.fetch(
    new Request('https://mock.test/v1/roles', {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${mock.token('lead@acme.test')}`,
        'Content-Type': 'application/json',
      },
      body: JSON.stringify(role),
    }),
  )
  const denied = mock.requests.at(-1)
  if (denied?.status !== 403) throw new Error('The call is not denied.')
  return denied
}

/** The calls that the console makes to apply the first remedy, and the denied one again. */
function bareCalls(
  mock: Mock,
  { decision }: LoggedRequest,
): {
  readonly remedy: readonly BareCall[]
  readonly again: BareCall
} {
  const [alternative] = decision?.alternatives ?? []
  const remedy = (alternative?.calls ?? []).map(({ operation, args, by }) => {
    if (operation !== 'users.update') throw new Error(`No bare fetch is written for ${operation}.`)
    const [email, changes] = args
    return {
      method: 'PATCH',
      path: `/v1/users/${email}`,
      token: mock.token(by[0] ?? ''),
      body: JSON.stringify(changes),
    }
  })
  const again = {
    method: 'POST',
    path: '/v1/roles',
    token: mock.token('lead@acme.test'),
    body: JSON.stringify(role),
  }
  return { remedy, again }
}
