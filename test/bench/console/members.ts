import type { Browser, Page } from 'playwright'
import { crowd } from 'rolecall/mocks'
import { type Results, median, resultsOf } from '../race.ts'
import { type Frames, processorOf, scroll } from './frames.ts'
import { type Opened, withConsole } from './open.ts'

/** The members of an organization, from few to many. */
export const few = 100
export const many = 10_000

const rounds = 5

/** How many times slower the processor is while the list is scrolled. */
export const throttled = 4

/** What is measured of the list of members. */
export interface MembersFigures {
  /** Milliseconds until the first row, from the address on, by the number of users. */
  readonly firstRow: Results
  /** Frames while the list of many is scrolled, and a page with as many plain lines: the median of the rounds. */
  readonly scrolled: Frames
  readonly plain: Frames
  /** Milliseconds of processor for a frame of either, unthrottled: other work on the machine counts little. */
  readonly processor: { readonly members: number; readonly plain: number }
  /** Rows that were loaded, page by page, while the list was scrolled. */
  readonly loaded: number
}

/** Measures the list of members: few and many in turns. */
export function measureMembers(browser: Browser): Promise<MembersFigures> {
  const options = (users: number) => ({ policy: 'bigml', scenario: crowd({ users }) }) as const
  return withConsole(browser, options(few), (small) =>
    withConsole(browser, options(many), async (large) => {
      const taken = new Map([few, many].map((users) => [String(users), new Array<number>()]))
      const scrolled: Frames[] = []
      const plain: Frames[] = []
      let loaded = 0
      // The first round fills the browser's caches.
      for (let round = 0; round <= rounds; round += 1) {
        const first = await firstRow(small)
        const other = await firstRow(large)
        if (round === 0) continue
        taken.get(String(few))?.push(first)
        taken.get(String(many))?.push(other)
        if (round > framed) continue
        const before = await lastRow(large.page)
        scrolled.push(await scroll(large.page, large.tools, throttled))
        loaded = (await lastRow(large.page)) - before
        await showPlain(small.page)
        plain.push(await scroll(small.page, small.tools, throttled))
      }
      await firstRow(large)
      const processor = {
        members: await processorOf(large.page, large.tools),
        plain: await processorOf(small.page, small.tools),
      }
      return {
        processor,
        firstRow: resultsOf(taken),
        scrolled: middle(scrolled),
        plain: middle(plain),
        loaded,
      }
    }),
  )
}

/** The rounds that count frames too. */
const framed = 3

async function firstRow({ page, url }: Opened): Promise<number> {
  await page.goto('about:blank')
  await page.goto(`${url}/#/members`, { waitUntil: 'commit' })
  return page.evaluate(async () => {
    while (document.querySelector('[role=row][data-index="0"]') === null) {
      await new Promise(requestAnimationFrame)
    }
    await new Promise(requestAnimationFrame)
    return performance.now()
  })
}

/** The number of the last row in the page. */
const lastRow = (page: Page): Promise<number> =>
  page.evaluate(() =>
    Math.max(
      ...[...document.querySelectorAll<HTMLElement>('[data-index]')].map(({ dataset }) =>
        Number(dataset.index),
      ),
    ),
  )

/** Shows as many lines of text as there are members, and nothing else. */
async function showPlain(page: Page): Promise<void> {
  await page.goto('about:blank')
  const line = '<p style="height: 40px; margin: 0">user-1@acme.test, Active</p>'
  await page.setContent(`<!doctype html>${line.repeat(many)}`)
}

const middle = (frames: readonly Frames[]): Frames => ({
  perSecond: median(frames.map(({ perSecond }) => perSecond)),
  longest: median(frames.map(({ longest }) => longest)),
})
