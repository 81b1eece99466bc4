import { linesASecond, measureBursts, seconds } from './console/burst.ts'
import { byFetch, inConsole, measureLoop } from './console/loop.ts'
import { few, many, measureMembers, throttled } from './console/members.ts'
import { inChromium } from './console/open.ts'
import type { Results } from './race.ts'
import { figure, type Report } from './report.ts'

const source = 'CONTRIBUTING.md'

/** The frames that a screen shows in a second. */
const refreshed = 60

/** The list of the members of a large organization: its first row, and its frames while it is scrolled. */
export function benchmarkMembers(): Promise<Report> {
  const title = `Members of the console, of ${figure(few)} and of ${figure(many)} users`
  return inChromium(title, async (browser) => {
    const { firstRow, scrolled, plain, processor, loaded } = await measureMembers(browser)
    const rows = [few, many].map((users) => [
      `first row of ${figure(users)}`,
      `${figure(firstRow.milliseconds(String(users)))} ms`,
    ])
    const frames = Object.entries({
      [`scrolled, processor ${throttled} x slower`]: scrolled,
      'plain lines, scrolled likewise': plain,
    }).map(([name, { perSecond, longest }]) => [
      name,
      `${figure(perSecond)} frames a second`,
      `longest ${figure(longest)} ms`,
    ])
    return {
      title,
      rows: [
        ...rows,
        ...frames,
        ['processor time of a frame, unthrottled', `${figure(processor.members)} ms`],
        ['of plain lines', `${figure(processor.plain)} ms`],
      ],
      notes: [`The scroll passes ${figure(loaded)} rows, which are loaded 200 at a time.`],
      bounds: [
        {
          figure: `first row of ${figure(many)} / of ${figure(few)}`,
          is: firstRow.ratio(String(many), String(few)),
          atMost: 2,
          source,
        },
        {
          figure: `${refreshed} frames / those of a second of scrolling`,
          is: refreshed / scrolled.perSecond,
          atMost: refreshed / 55,
          source,
        },
      ],
    }
  })
}

/** The log while many lines arrive. */
export function benchmarkLog(): Promise<Report> {
  const title = `Log of the console, ${figure(linesASecond)} lines a second for ${seconds} s`
  return inChromium(title, async (browser) => {
    const { shown, sent, lag, frames, busy, bare, heap } = await measureBursts(browser)
    return {
      title,
      rows: [
        ['lines shown, of those sent', `${figure(shown)} of ${figure(sent)}`],
        ['the last line, after its answer', `${figure(lag)} ms`],
        ['frames a second', figure(frames)],
        ['busy, of the time', `${figure(busy * 100)} %`],
        ['reading alone', `${figure(bare * 100)} %`],
        ['heap after a burst', `${figure(heap.first / 1e6)} MB`],
        ['heap two bursts later', `${figure(heap.last / 1e6)} MB`],
      ],
      notes: ['The log keeps 5,000 lines: each burst replaces those of the one before.'],
      bounds: [
        { figure: 'lines sent / shown', is: sent / shown, atMost: 1, source },
        { figure: 'busy / all of the time', is: busy, atMost: 0.8, source },
        {
          figure: 'heap, two bursts later / before',
          is: heap.last / heap.first,
          atMost: 1.05,
          source,
        },
      ],
    }
  })
}

/** The way from a line of the log to the same call allowed. */
export function benchmarkRemedy(): Promise<Report> {
  const title = 'A denial in the console, in milliseconds until it is on the screen'
  return inChromium(title, async (browser) => {
    const { explained, repeated } = await measureLoop(browser)
    const row = (name: string, results: Results): string[] => [
      name,
      ...[inConsole, byFetch].map((way) => figure(results.milliseconds(way))),
    ]
    const bound = (name: string, results: Results, atMost: number) => ({
      figure: `${name}, ${inConsole} / ${byFetch}`,
      is: results.ratio(inConsole, byFetch),
      atMost,
      source,
    })
    return {
      title,
      rows: [
        ['', inConsole, byFetch],
        row('explained', explained),
        row('remedy applied, call repeated', repeated),
      ],
      bounds: [bound('explained', explained, 3), bound('remedy applied', repeated, 4)],
    }
  })
}
