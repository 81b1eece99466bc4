import { setTimeout } from 'node:timers/promises'
import type { Browser, CDPSession, Page } from 'playwright'
import type { Mock } from 'rolecall/mocks'
import { heapOf, withConsole } from './open.ts'
import { countFrames } from './frames.ts'

export const linesASecond = 1000
export const seconds = 5
const lines = linesASecond * seconds
/** The first fills the log, and the code is compiled: it does not count. */
const bursts = 4
/** Any address does in process. */
const inProcess = 'https://mock.test'

/** What is measured of the log while many lines arrive. */
export interface BurstFigures {
  /** Lines that a search finds after a burst: the fewest. */
  readonly shown: number
  readonly sent: number
  /** Milliseconds from the answer to the last call until its line is on the screen: the longest. */
  readonly lag: number
  /** Frames drawn a second: the fewest. */
  readonly frames: number
  /** The part of the time that the page's main thread works: the log, and a page that only reads the same lines. */
  readonly busy: number
  readonly bare: number
  /** Bytes of the heap after the first burst that counts, and after the last. */
  readonly heap: { readonly first: number; readonly last: number }
}

/** Measures the log while lines arrive, burst after burst; between them it forgets the older ones. */
export async function measureBursts(browser: Browser): Promise<BurstFigures> {
  return await withConsole(browser, {}, async ({ page, mock, url, tools }) => {
    const bare = await readBare(page, tools, mock, url)
    mock.reset()
    await page.goto(`${url}/#/log`)
    await page.getByText('Live', { exact: true }).waitFor()
    const seen: Awaited<ReturnType<typeof seeBurst>>[] = []
    for (let burst = 0; burst < bursts; burst += 1) {
      const one = await seeBurst(page, tools, mock, `burst-${burst}`)
      if (burst > 0) seen.push(one)
    }
    const heaps = seen.map(({ heap }) => heap)
    return {
      sent: lines,
      shown: Math.min(...seen.map(({ shown }) => shown)),
      lag: Math.max(...seen.map(({ lag }) => lag)),
      frames: Math.min(...seen.map(({ frames }) => frames)),
      busy: Math.max(...seen.map(({ busy }) => busy)),
      bare,
      heap: { first: heaps[0] ?? Number.NaN, last: heaps.at(-1) ?? Number.NaN },
    }
  })
}

async function seeBurst(page: Page, tools: CDPSession, mock: Mock, name: string) {
  const before = await busySeconds(tools)
  const counted = countFrames(page, seconds * 1000)
  const last = lineIsShown(page, `${name}-${lines - 1}`)
  const ended = await send(mock, name)
  const lag = (await last) - ended
  const { perSecond: frames } = await counted
  const busy = ((await busySeconds(tools)) - before) / seconds
  return { lag, frames, busy, shown: await found(page, name), heap: await heapOf(tools) }
}

/** Makes the calls at an even pace. Returns the time of the last answer. */
async function send(mock: Mock, name: string): Promise<number> {
  const token = mock.token('scientist@acme.test')
  const start = performance.now()
  for (let sent = 0; sent < lines;) {
    const due = Math.min(lines, ((performance.now() - start) / 1000) * linesASecond)
    for (; sent < due; sent += 1) {
      await mock.fetch(`${inProcess}/v1/me`, {
        headers: { Authorization: `Bearer ${token}`, 'X-Request-Id': `${name}-${sent}` },
      })
    }
    await setTimeout(5)
  }
  return Date.now()
}

/** Resolves with the time when the line of a request is in the page. */
const lineIsShown = (page: Page, id: string): Promise<number> =>
  page.evaluate(async (key) => {
    while (document.querySelector(`[data-key="${key}"]`) === null) {
      await new Promise(requestAnimationFrame)
    }
    return Date.now()
  }, id)

/** How many lines a search finds. */
async function found(page: Page, search: string): Promise<number> {
  const field = page.getByRole('combobox', { name: 'Search the log' })
  await field.fill(search)
  const rows = page.getByRole('table', { name: 'Requests' })
  await setTimeout(500)
  const count = Number(await rows.getAttribute('aria-rowcount')) - 1
  await field.fill('')
  return count
}

/** Seconds that the page's main thread has worked. */
async function busySeconds(tools: CDPSession): Promise<number> {
  await tools.send('Performance.enable')
  const { metrics } = await tools.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN
}

/** The part of the time that a page works that reads the lines of the log, and shows none. */
async function readBare(page: Page, tools: CDPSession, mock: Mock, url: string): Promise<number> {
  // A request before all others: the stream begins after it, whenever it is opened.
  const since = 'before-all'
  await mock.fetch(`${inProcess}/v1/me`, { headers: { 'X-Request-Id': since } })
  await page.goto(`${url}/openapi.json`)
  const before = await busySeconds(tools)
  const read = page.evaluate(
    async ([path, all]) => {
      const { body } = await fetch(path)
      let rest = ''
      let count = 0
      for await (const text of body?.pipeThrough(new TextDecoderStream()) ?? []) {
        const parts = (rest + text).split('\n')
        rest = parts.pop() ?? ''
        for (const part of parts) if (part !== '' && JSON.parse(part)) count += 1
        if (count >= all) break
      }
    },
    [`/__mock/requests/stream?since=${since}`, lines] as const,
  )
  await send(mock, 'bare')
  await read
  return ((await busySeconds(tools)) - before) / seconds
}
